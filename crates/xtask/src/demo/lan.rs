//! This machine's address as a phone on the same network knows it.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

/// An address of the documentation (RFC 5737), which lies beyond every network: nothing is sent there.
const BEYOND: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);

/// The address from which this machine would send to the world; none where it is on no network.
pub(crate) fn address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // Connecting a datagram socket only asks the routing table.
    socket.connect(BEYOND).ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_unspecified() && !address.is_loopback()).then_some(address)
}
