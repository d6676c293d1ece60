using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Bff.Tests.Caching;

public sealed class ChangeWireTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly ChangeMark[] Marks =
    [
        new(null, Now.UtcTicks), new(new CacheTag(CacheArea.Parse("shop.products")), Now.UtcTicks), new(new CacheTag(CacheArea.Parse("cms.pages"), "關於"), Now.UtcTicks),
    ];

    private readonly Serializer _serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void A_fence_survives_the_wire() =>
        Copy(Fence.None.With(Marks, Now)).ShouldBe(Fence.None.With(Marks, Now));

    [Fact]
    public void A_notice_survives_the_wire()
    {
        var notice = Copy(new ChangeNotice(TenantId.Parse("salon-hk"), Marks, Now));

        notice.Tenant.ShouldBe(TenantId.Parse("salon-hk"));
        notice.Marks.ShouldBe(Marks);
        notice.IssuedAt.ShouldBe(Now);
    }

    private T Copy<T>(T value) => _serializer.Deserialize<T>(_serializer.SerializeToArray(value))!;
}
