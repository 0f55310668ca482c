"""Define the paragraph and character styles of our Word files."""

from __future__ import annotations

from policybook.documents.docx import names

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FACE = "Cambria"
_INK = "1F2A37"
_QUIET = "5B6470"


def xml(language: str, right_to_left: bool) -> str:
    """Return the content of styles.xml for a text in `language`."""
    bidi = "<w:bidi/>" if right_to_left else ""
    rtl = "<w:rtl/>" if right_to_left else ""
    tongue = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
    faces = f'<w:rFonts w:ascii="{_FACE}" w:hAnsi="{_FACE}" w:cs="{_FACE}"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{faces}<w:sz w:val='22'/><w:szCs w:val='22'/>{rtl}{tongue}</w:rPr>"
        f"</w:rPrDefault><w:pPrDefault><w:pPr>{bidi}<w:spacing w:after='120' w:line='276' w:lineRule='auto'/></w:pPr>"
        "</w:pPrDefault></w:docDefaults>"
    )
    return f"<w:styles {_W}>{defaults}{''.join(_styles())}</w:styles>"


def _styles() -> list[str]:
    found = [
        _paragraph("Normal", "Normal", based="", default=True),
        _paragraph(
            "Title", "Title", "<w:keepNext/><w:spacing w:after='60' w:line='240' w:lineRule='auto'/>", _big(40, True)
        ),
        _paragraph("Subtitle", "Subtitle", "<w:keepNext/><w:spacing w:after='240'/>", _big(24, False, _QUIET)),
    ]
    for level, size in enumerate((28, 25, 23, 22, 22, 22), start=1):
        outline = f"<w:keepNext/><w:keepLines/><w:spacing w:before='{300 - level * 30}' w:after='80'/><w:outlineLvl w:val='{level - 1}'/>"
        words = _big(size, True, slanted=level > 3)
        found.append(_paragraph(f"Heading{level}", f"heading {level}", outline, words, following=names.TEXT))
    found += [
        _paragraph(names.PARAGRAPH, "Policy Paragraph"),
        _paragraph(names.TEXT, "Policy Text"),
        _paragraph(names.FORMS["quote"], "Policy Quote", "<w:ind w:left='425' w:right='425'/>", "<w:i/><w:iCs/>"),
        _paragraph(names.FORMS["lines"], "Policy Lines", "<w:ind w:left='425'/>"),
        _paragraph(names.FORMS["form"], "Policy Form", "<w:pBdr>" + _borders() + "</w:pBdr><w:spacing w:line='400' w:lineRule='auto'/>"),
        _paragraph(names.FORMS["note"], "Policy Note", "<w:ind w:left='425'/>", f"<w:color w:val='{_QUIET}'/>"),
        _paragraph(names.UNREFERRED, "Policy Unreferred Note", "", "<w:sz w:val='18'/><w:szCs w:val='18'/>"),
        _paragraph(names.ATTACHED, "Policy Attached", "", "<w:sz w:val='18'/><w:szCs w:val='18'/>"),
        _paragraph("MemoLabel", "Memo Label", "<w:keepNext/><w:spacing w:before='160' w:after='20'/>", "<w:b/><w:bCs/>" + f"<w:color w:val='{_QUIET}'/><w:sz w:val='20'/><w:szCs w:val='20'/>"),
        _paragraph(names.CELL, "Policy Cell", "<w:spacing w:before='40' w:after='40' w:line='240' w:lineRule='auto'/>"),
        _paragraph(names.HEAD_CELL, "Policy Head Cell", "<w:keepNext/><w:spacing w:before='40' w:after='40' w:line='240' w:lineRule='auto'/>", "<w:b/><w:bCs/>"),
        _paragraph("Header", "header", "", f"<w:color w:val='{_QUIET}'/><w:sz w:val='18'/><w:szCs w:val='18'/>"),
        _paragraph("Footer", "footer", "<w:jc w:val='center'/>", f"<w:color w:val='{_QUIET}'/><w:sz w:val='18'/><w:szCs w:val='18'/>"),
        _paragraph("FootnoteText", "footnote text", "<w:spacing w:after='40' w:line='240' w:lineRule='auto'/>", "<w:sz w:val='18'/><w:szCs w:val='18'/>"),
        "<w:style w:type='character' w:default='1' w:styleId='DefaultParagraphFont'><w:name w:val='Default Paragraph Font'/></w:style>",
        _character(names.LABEL, "Policy Label", ""),
        _character(names.NOTE_MARK, "Policy Note Mark", "<w:vertAlign w:val='superscript'/>"),
        _character("FootnoteReference", "footnote reference", "<w:vertAlign w:val='superscript'/>"),
        _character("Hyperlink", "Hyperlink", "<w:color w:val='1A4F8B'/><w:u w:val='single'/>"),
        "<w:style w:type='table' w:default='1' w:styleId='TableNormal'><w:name w:val='Normal Table'/><w:tblPr><w:tblInd w:w='0' w:type='dxa'/>"
        "<w:tblCellMar><w:left w:w='108' w:type='dxa'/><w:right w:w='108' w:type='dxa'/></w:tblCellMar></w:tblPr></w:style>",
        "<w:style w:type='numbering' w:default='1' w:styleId='NoList'><w:name w:val='No List'/></w:style>",
        "<w:style w:type='table' w:customStyle='1' w:styleId='PolicyTable'><w:name w:val='Policy Table'/><w:basedOn w:val='TableNormal'/>"
        f"<w:tblPr><w:tblBorders>{_borders(inside=True)}</w:tblBorders></w:tblPr>"
        "<w:tblStylePr w:type='firstRow'><w:tcPr><w:shd w:val='clear' w:color='auto' w:fill='EEF1F4'/></w:tcPr></w:tblStylePr></w:style>",
    ]  # fmt: skip
    for depth in range(1, names.DEEPEST + 1):
        left = depth * names.INDENT
        hang = f"<w:spacing w:after='80'/><w:ind w:left='{left}' w:hanging='{names.INDENT}'/>"
        found.append(_paragraph(f"{names.ITEM}{depth}", f"Policy Item {depth}", hang))
        found.append(
            _paragraph(
                f"{names.ITEM_TEXT}{depth}",
                f"Policy Item Text {depth}",
                f"<w:spacing w:after='80'/><w:ind w:left='{left}'/>",
            )
        )
    return found


def _paragraph(
    id: str,
    name: str,
    form: str = "",
    words: str = "",
    based: str = "Normal",
    default: bool = False,
    following: str = "",
) -> str:
    own = "" if name[:1].islower() or name in ("Normal", "Title", "Subtitle") else " w:customStyle='1'"
    first = " w:default='1'" if default else ""
    base = f"<w:basedOn w:val='{based}'/>" if based else ""
    after = f"<w:next w:val='{following}'/>" if following else ""
    return (
        f"<w:style w:type='paragraph'{first}{own} w:styleId='{id}'><w:name w:val='{name}'/>{base}{after}<w:qFormat/>"
        f"<w:pPr>{form}</w:pPr><w:rPr>{words}</w:rPr></w:style>"
    )


def _character(id: str, name: str, words: str) -> str:
    own = "" if name[:1].islower() or name == "Hyperlink" else " w:customStyle='1'"
    return (
        f"<w:style w:type='character'{own} w:styleId='{id}'><w:name w:val='{name}'/>"
        f"<w:basedOn w:val='DefaultParagraphFont'/><w:rPr>{words}</w:rPr></w:style>"
    )


def _big(size: int, bold: bool, ink: str = _INK, slanted: bool = False) -> str:
    weight = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if slanted else "")
    return f"{weight}<w:color w:val='{ink}'/><w:sz w:val='{size}'/><w:szCs w:val='{size}'/>"


def _borders(inside: bool = False) -> str:
    sides = ("top", "left", "bottom", "right") + (("insideH", "insideV") if inside else ())
    return "".join(
        f"<w:{side} w:val='single' w:sz='4' w:space='{0 if inside else 6}' w:color='B8C0CA'/>" for side in sides
    )
