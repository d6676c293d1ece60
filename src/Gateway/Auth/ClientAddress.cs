using System.Net;
using System.Net.Sockets;

namespace Bff.Gateway.Auth;

/// <summary>The network address of a caller, as the limits count it.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>An IPv6 address by its /64, which one subscriber has for itself; null when unknown.</summary>
    public static string? Of(HttpContext? http)
    {
        var address = http?.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            return address?.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
