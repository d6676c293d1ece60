using Bff.Sandbox.Auth;
using Bff.Sandbox.Tenants;
using NodaTime;

namespace Bff.Sandbox.Shop;

/// <summary>The orders of one tenant. Some members have ordered before.</summary>
internal sealed class OrderBook
{
    private readonly Dictionary<string, Order> _byId = new(StringComparer.Ordinal);

    public int NextNumber => _byId.Count + 1;

    public static OrderBook Create(Tenant tenant)
    {
        var book = new OrderBook();
        var settings = tenant.Data.Part(ShopSettings.Load);
        var now = Instant.FromDateTimeOffset(tenant.World.Clock.GetUtcNow());
        var catalog = tenant.Data.Part(data => ProductCatalog.Load(data, now));
        var members = tenant.Part(MemberBook.Create).All;
        foreach (var seed in settings.Seeds.Orders.OrderByDescending(o => o.DaysAgo))
        {
            book.Add(new Order
            {
                Number = book.NextNumber,
                Id = OpaqueId.Of(tenant, "ord", book.NextNumber),
                MemberUuid = members[seed.Member - 1].Uuid,
                Lines = [.. seed.Lines.Select(line => LineOf(line, catalog))],
                ShippingCost = settings.Seeds.ShippingMethods[seed.Shipping - 1].Cost,
                Method = settings.PaymentMethods[0],
                CreatedAt = now - Duration.FromDays(seed.DaysAgo),
                Settled = seed.Status,
            });
        }

        return book;
    }

    public Order? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>A member's orders, newest first.</summary>
    public IEnumerable<Order> Of(Member member) => _byId.Values.Where(o => o.MemberUuid == member.Uuid).Reverse();

    public void Add(Order order) => _byId.Add(order.Id, order);

    private static OrderLine LineOf(OrderLineSeed seed, ProductCatalog catalog)
    {
        var product = catalog.Products[seed.Product - 1];
        var variant = seed.Variant is { } number ? product.Variants[number - 1] : null;
        return new OrderLine(product, variant, seed.Quantity, (variant?.Prices ?? product.Prices).For(isMember: true));
    }
}
