using System.Globalization;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Shop;

/// <summary>The shop's sample data as written, without the work of building the catalogue.</summary>
internal sealed class ShopSettings(ShopSeeds seeds)
{
    public ShopSeeds Seeds { get; } = seeds;

    public IReadOnlyList<PaymentMethodSeed> PaymentMethods => Seeds.PaymentMethods;

    public static ShopSettings Load(Dataset data) => new(data.Read<ShopSeeds>("Shop"));

    public PaymentMethodSeed? PaymentMethod(string id) => PaymentMethods.FirstOrDefault(m => m.Id == id);

    /// <summary>The delivery option of this number, which orders send as text.</summary>
    public ShippingMethodSeed? ShippingMethod(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= Seeds.ShippingMethods.Count
            ? Seeds.ShippingMethods[number - 1]
            : null;
}
