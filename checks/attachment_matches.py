"""Each attachment is there, and is the file that was adopted.

How to mend: put the file back into attachments/; or write the SHA-256 that the message gives, in a new revision.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
           Every child in Heron Bend learns to read, to reason and to get along.
    +attachments:
    +  - {file: map.txt, title: Bus map, sha256: 1111111111111111111111111111111111111111111111111111111111111111}
"""

from policybook.check import Hit, Hits, Manual, digest

FAMILY = "provenance"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in policy.revisions:
            for at, listed in enumerate(revision.get("attachments") or ()):
                path = f"{policy.folder}/attachments/{listed['file']}"
                data = manual.bytes_of(path)
                if data is None:
                    message = f"The attachment ‘{listed['file']}’ of revision {revision.id} of policy {policy.code} is missing."
                    yield Hit(
                        revision.at("attachments", at, "file"), message, f"Put it into {policy.folder}/attachments/."
                    )
                elif digest.of_bytes(data) != listed["sha256"]:
                    message = (
                        f"The attachment ‘{listed['file']}’ of policy {policy.code} is not the file that was adopted."
                    )
                    help = f"Put the file back; the one that is there has {digest.of_bytes(data)}."
                    yield Hit(revision.at("attachments", at, "sha256"), message, help)
