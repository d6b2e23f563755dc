"""Words for people out of names for programs, as Hugo's ``humanize`` makes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP: Final = re.compile(r"[\s_-]+")
# fmt: off
_CAPITALS: Final = frozenset((  # noqa: SIM905 - a table
    "ack acl adsl aes ansi api arp atm bgp bss chap cidr cir cli cmos cpe cpu crc crt "
    "csma dce dec des dhcp dmi dns dram dsl dte eha eia eof ess fcc fcs fddi ftp gbic "
    "hdlc html http https iana icmp id idf ids ieee ietf imap ip ips isdn isp json jwt "
    "lacp lan lapb lapf llc mac mc mdf mib mpls mtu nac nat nbma nic nrz nrzi ok osi "
    "ospf oui pap pat pc pcm pdu pim pop3 pots ppp pptp ptt pvst ram rarp rcp rfc rip "
    "rll rom rstp rtp sdlc sfd sfp slip smtp sna snap snmp sof sql sram ssh ssid stp "
    "syn tdm tftp tia tofu udp uri url usb utf8 utp uuid vc vlan vlsm vpn w3c wan wep "
    "wpa www"
).split())
"""Words that Hugo writes in capitals; found by asking it for all short words."""
# fmt: on

_SUFFIXES: Final = {"1": "st", "2": "nd", "3": "rd"}


def humanize(name: str) -> str:
    """Return *name* as a phrase: ``see-also`` and ``seeAlso`` are both ``See also``.

    A whole number becomes an ordinal, and common abbreviations are written in capitals.
    Source: run on Hugo 0.168.
    """
    if re.fullmatch(r"-?\d{1,18}", name, re.ASCII):
        teen = len(name) > 1 and name[-2] == "1"
        return name + ("th" if teen else _SUFFIXES.get(name[-1], "th"))
    words = [word.lower() for part in _GAP.split(name) for word in _words(part)]
    phrase = " ".join(word.upper() if word in _CAPITALS else word for word in words)
    return phrase[:1].upper() + phrase[1:]


def _words(part: str) -> Iterator[str]:
    """Yield the words of a name that are told apart by their capitals alone."""
    start = 0
    for index in range(1, len(part)):
        before, letter, after = (
            part[index - 1],
            part[index],
            part[index + 1 : index + 2],
        )
        starts_word = letter.isupper() and (
            before.islower()
            or before.isdecimal()
            or (before.isupper() and after.islower())
        )
        if starts_word:
            yield part[start:index]
            start = index
    if part:
        yield part[start:]
