using System.Net;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Changes;
using Bff.Tests.Fixture;

namespace Bff.Tests.Changes;

public sealed class FenceTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private static readonly TenantId Tenant = TenantId.Parse("salon-hk");
    private static readonly FenceCodec Codec = new(new byte[32]);

    private static readonly Fence Some = Fence.None.With(
        [new ChangeMark(new CacheTag(CacheAreas.Products, "shampoo"), TimeProvider.System.GetUtcNow().UtcTicks)], TimeProvider.System.GetUtcNow());

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public void What_was_written_is_read()
    {
        Codec.TryRead(Tenant, Codec.Write(Tenant, Some), out var read).ShouldBeTrue();

        read.ShouldBe(Some);
    }

    [Fact]
    public void It_is_good_at_its_tenant_and_under_its_key_only()
    {
        var token = Codec.Write(Tenant, Some);

        Codec.TryRead(TenantId.Parse("yoga-berlin"), token, out _).ShouldBeFalse();
        new FenceCodec([.. Enumerable.Repeat((byte)1, 32)]).TryRead(Tenant, token, out _).ShouldBeFalse();
    }

    [Fact]
    public void No_changed_character_passes()
    {
        var token = Codec.Write(Tenant, Some);

        for (var i = 0; i < token.Length; i++)
        {
            var forged = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            (Codec.TryRead(Tenant, forged, out var read) && read != Some).ShouldBeFalse(forged);
        }
    }

    [Theory]
    [InlineData("!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_one_is_refused_before_anything_is_asked(string token)
    {
        var tenant = bff.NewTenant();

        var byHeader = await bff.Storefront(tenant).SendAsync("{ services { totalCount } }", null, ("Bff-Fence", token), ("Accept", "application/graphql-response+json"));
        var byExtension = await bff.Storefront(tenant).SendBodyAsync($$$"""{"query":"{ services { totalCount } }","extensions":{"fence":"{{{token}}}"}}""");

        byHeader.Status.ShouldBe(HttpStatusCode.BadRequest);
        byHeader.Codes.ShouldBe([ErrorCodes.FenceInvalid]);
        byExtension.Codes.ShouldBe([ErrorCodes.FenceInvalid]);
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Fact]
    public async Task A_query_gives_none_and_a_mutation_gives_one_in_header_and_extensions()
    {
        var tenant = bff.NewTenant();
        var buyer = new Guest(bff, tenant);
        var slot = await buyer.FindSlotAsync();

        var query = await bff.Storefront(tenant).SendAsync("{ services { totalCount } }");
        var mutation = await bff.Storefront(tenant).SendAsync(
            "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { id } } }",
            new { input = new { serviceId = slot.ServiceId, occurrenceStart = slot.StartsAt, occurrenceEnd = slot.EndsAt, customerName = "Chan", customerPhone = "+85291234567" } });

        query.Fence.ShouldBeNull();
        mutation.Fence.ShouldNotBeNull();
        mutation.Headers.ShouldContain($"Bff-Fence: {mutation.Fence}");
    }
}
