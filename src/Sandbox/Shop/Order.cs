using NodaTime;

namespace Bff.Sandbox.Shop;

/// <summary>A line of an order. Name and price are those of the moment it was placed.</summary>
internal sealed record OrderLine(Product Product, Variant? Variant, int Quantity, decimal UnitPrice)
{
    /// <summary>What leaves the shelf: the variant, else the product.</summary>
    public int SellableId => Variant?.Id ?? Product.Id;

    public string Name => Variant is null ? Product.Seed.Name : $"{Product.Seed.Name} – {Variant.Name}";

    public decimal Total => UnitPrice * Quantity;
}

/// <summary>An order as it is kept. Its payment moves on by itself, as the gateway and the bank would move it.</summary>
internal sealed class Order
{
    /// <summary>How long the bank takes after the customer was sent to the gateway.</summary>
    private static readonly Duration SettlesAfter = Duration.FromSeconds(10);

    public required int Number { get; init; }

    /// <summary>Key in paths; a guest has nothing else to show.</summary>
    public required string Id { get; init; }

    /// <summary>Member who placed it; null for a guest.</summary>
    public string? MemberUuid { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public decimal ShippingCost { get; init; }

    /// <summary>Way to pay; null when none was chosen.</summary>
    public PaymentMethodSeed? Method { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>State of an order of long ago; null for one that follows its payment.</summary>
    public string? Settled { get; init; }

    public decimal Subtotal => Lines.Sum(l => l.Total);

    public decimal Total => Subtotal + ShippingCost;

    public string Status(Instant now) => Settled ?? (PaymentStatus(now) == "completed" ? "confirmed" : "pending");

    public string PaymentStatus(Instant now)
    {
        if (Settled is not null)
        {
            return Settled == "refunded" ? "refunded" : "completed";
        }

        var isAnswered = Total == 0 || (Method is { HasGateway: true } && now >= CreatedAt + SettlesAfter);
        return !isAnswered ? "pending" : Method is { Declines: true } ? "failed" : "completed";
    }

    public Instant? PaidAt(Instant now) => PaymentStatus(now) is "completed" or "refunded" ? CreatedAt + SettlesAfter : null;
}
