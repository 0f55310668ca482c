"""The walk over libyaml's events."""

import yaml

from policybook.record.yaml.events import parsed, walk


def test_pyyaml_still_has_the_parser_that_is_imported_from_its_private_module() -> None:
    """If this fails after an update of PyYAML, its private module `yaml._yaml` has changed.

    Find the class that `yaml.CLoader` inherits from besides Constructor and Resolver, and import that
    in `record/yaml/events.py`. Nothing else imports it. If there is none left, `yaml.CParser(raw)`
    must be replaced by `yaml.parse(raw, Loader=yaml.CSafeLoader)`, which gives the same events more slowly.
    """
    bases = [base for base in yaml.CSafeLoader.__mro__ if base.__module__ == "yaml._yaml"]
    assert [base.__name__ for base in bases] == ["CParser"]
    with parsed(b"a: 1") as get_event:
        events = [get_event() for _ in range(4)]
    assert [type(event) for event in events] == [
        yaml.StreamStartEvent,
        yaml.DocumentStartEvent,
        yaml.MappingStartEvent,
        yaml.ScalarEvent,
    ]
    assert (events[3].value, events[3].style or "", events[3].start_mark.index) == ("a", "", 0)


def test_a_walk_gives_each_value_with_its_key() -> None:
    walked = [
        (type(event).__name__, getattr(event, "value", None), key and key.value)
        for event, key in walk(b"a: [b, {c: d}]")
    ]
    assert walked == [
        ("MappingStartEvent", None, None),
        ("SequenceStartEvent", None, "a"),
        ("ScalarEvent", "b", None),
        ("MappingStartEvent", None, None),
        ("ScalarEvent", "d", "c"),
        ("MappingEndEvent", None, None),
        ("SequenceEndEvent", None, None),
        ("MappingEndEvent", None, None),
    ]
