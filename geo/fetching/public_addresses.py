"""What is on the public internet: which addresses, and which ports web pages come from."""

import ipaddress

_UNSAFE = tuple(
    ipaddress.ip_network(block)
    # What `is_global` lets pass: protocol assignments, Azure's host, old 6to4 relays, examples.
    for block in ("192.0.0.0/24", "168.63.129.16/32", "192.88.99.0/24", "3fff::/20")
)
_IPV6_UNICAST = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is given out; fec0::/10, once for sites' own networks, lies outside."""
BAD_PORTS = frozenset({
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
    103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
    512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
    995, 1719, 1720, 1723, 2049, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665,
    6666, 6667, 6668, 6669, 6679, 6697, 9200, 10080, 11211, 27017,
})  # fmt: skip
"""Ports of other services: those that browsers block (WHATWG Fetch), and common databases'."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is on the public internet, also the IPv4 one inside an IPv6 one."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner:
            return is_public(str(inner))
        if ip not in _IPV6_UNICAST:
            return False
    return (
        ip.is_global
        and not ip.is_multicast
        and not ip.is_reserved
        and not any(ip in block for block in _UNSAFE)
    )
