"""Each attachment is there, and is the file that was adopted.

How to mend: put the file back into attachments/; or write the SHA-256 that the message gives, in a new revision.

Pass:

    -- 0100-mission/revisions/2026-03-10.yml --
    action: adopt
    date: 2026-03-10
    published: 2026-03-12
    title: Mission
    readings:
      - date: 2026-02-10
      - date: 2026-03-10
    vote: unanimous
    digest: $digest
    chain: $chain
    attachments:
      - {file: map.txt, title: Bus map, sha256: 220e610c1e7a7cb55b1bf9c47571fdd866df2fbd603713c3157f5506ad01a495}
    text:
      - id: mission
        text: >-
          Every child in Heron Bend learns to read, to reason and to get along.
    -- 0100-mission/attachments/map.txt --
    A map.

Fail:

    -- 0100-mission/revisions/2026-03-10.yml changed --
    attachments:
      - {file: map.txt, title: Bus map, sha256: 1111111111111111111111111111111111111111111111111111111111111111}
"""

from policybook.check import Hit, Hits, Manual, Policy, digest

FAMILY = "provenance"


def check_policy(policy: Policy, manual: Manual) -> Hits:
    for revision in policy.revisions:
        for at, listed in enumerate(revision.get("attachments") or ()):
            path = f"{policy.folder}/attachments/{listed['file']}"
            data = manual.bytes_of(path)
            if data is None:
                message = (
                    f"The attachment ‘{listed['file']}’ of revision {revision.id} of policy {policy.code} is missing."
                )
                yield Hit(revision.at("attachments", at, "file"), message, f"Put it into {policy.folder}/attachments/.")
            elif digest.of_bytes(data) != listed["sha256"]:
                message = f"The attachment ‘{listed['file']}’ of policy {policy.code} is not the file that was adopted."
                help = f"Put the file back; the one that is there has {digest.of_bytes(data)}."
                yield Hit(revision.at("attachments", at, "sha256"), message, help)
