using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bff.Upstream.Json;

namespace Bff.Upstream.Shop;

/// <summary>An order to place, in the contract's own form (notes V32). Source: v6 CreateOrderRequest.</summary>
/// <param name="Items">Lines.</param>
/// <param name="Customer">Who orders; needed without a token.</param>
/// <param name="ShippingMethodId">Delivery option, as text (notes V31).</param>
/// <param name="PaymentMethodId">Way to pay.</param>
internal sealed record V6OrderRequest(
    IReadOnlyList<V6OrderItem> Items, V6OrderCustomer? Customer, string? ShippingMethodId, string? PaymentMethodId) : V6Private;

/// <summary>A line to order: the variant when there is one, else the product. Source: v6 OrderItemInput.</summary>
internal sealed record V6OrderItem(
    [property: JsonConverter(typeof(NumericIdConverter))] string? ProductId,
    [property: JsonConverter(typeof(NumericIdConverter))] string? VariantId,
    int Quantity);

/// <summary>A guest who orders. Source: v6 OrderCustomerInput.</summary>
internal sealed record V6OrderCustomer(string? FirstName, string? LastName, string? Email, string? Phone, string? Language) : V6Private;

/// <summary>Writes an id as the number that product data has, or as text when it is none (notes Q18).</summary>
internal sealed class NumericIdConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        // Only what reads back as the same text is a number: 007 stays text.
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == value)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}
