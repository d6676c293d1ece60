using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Keys;

namespace Bff.Grains.Mutations.Attempts;

/// <summary>Names what a try is about: what two tries make cannot be told apart in v6 when their subjects are the same.</summary>
internal static class AttemptSubject
{
    /// <summary>A gift of whichever offer: only the reply to a claim by a link says which.</summary>
    public const string AnyGift = "gift/*";

    private const string Any = "*";

    /// <summary>A booking of a service at a time.</summary>
    public static string Booking(EntityId service, DateTimeOffset start) => string.Create(CultureInfo.InvariantCulture, $"booking/{service.Value}/{start.UtcTicks}");

    /// <summary>Another time for a booking.</summary>
    public static string Move(EntityId booking) => $"move/{booking.Value}";

    /// <summary>A gift of an offer.</summary>
    public static string Gift(EntityId offer) => $"gift/{offer.Value}";

    /// <summary>An order of these lines, whatever their order.</summary>
    public static string Order(IEnumerable<(EntityId? Product, EntityId? Variant, int Quantity)> lines)
    {
        var text = string.Join('\n', lines.Select(line => $"{(line.Variant is null ? "p" : "v")} {line.Variant ?? line.Product} {line.Quantity}").Order(StringComparer.Ordinal));
        return $"order/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    /// <summary>Whether what the one makes may be taken for what the other makes.</summary>
    public static bool Meets(string one, string other) => one == other || Covers(one, other) || Covers(other, one);

    private static bool Covers(string wide, string narrow) => wide.EndsWith(Any, StringComparison.Ordinal) && narrow.StartsWith(wide[..^1], StringComparison.Ordinal);
}
