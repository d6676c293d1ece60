using Bff.Tests.Fixture;

namespace Bff.Tests.Tenancy;

public sealed class TenantTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Currency = "{ services(first: 1) { nodes { price { currency } } } }";

    private readonly BffFixture bff = shared.Bff;

    [Theory]
    [InlineData("Origin", "https://yoga.example")]
    [InlineData("Origin", "https://YOGA.example:8443")]
    [InlineData("Host", "yoga.example")]
    [InlineData("Host", "yoga.example:443")]
    public async Task A_storefront_s_domain_says_whose_data_is_meant(string header, string value)
    {
        var reply = await bff.Storefront(tenant: null).SendAsync(Currency, null, (header, value));

        reply.Text.ShouldContain("EUR");
    }

    [Theory]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Origin", "https://unregistered.example")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "api.unregistered.example")]
    public async Task A_host_that_is_no_storefront_is_ignored_beside_the_header(string header, string value)
    {
        var reply = await bff.Storefront("yoga-berlin").SendAsync(Currency, null, (header, value));

        reply.Text.ShouldContain("EUR");
    }

    [Fact]
    public async Task Without_any_tenant_nothing_is_asked()
    {
        var before = bff.V6.AllCalls();

        var reply = await bff.Storefront(tenant: null).SendAsync(Currency);

        reply.Codes.ShouldBe(["TENANT_REQUIRED"]);
        ((int)reply.Status).ShouldBe(400);
        bff.V6.AllCalls().ShouldBe(before);
    }

    [Theory]
    [InlineData("../salon-hk")]
    [InlineData("salon hk")]
    [InlineData("salon%2fhk")]
    [InlineData("a@host")]
    public async Task A_header_that_is_no_tenant_id_is_refused_before_anything_is_asked(string tenant)
    {
        var before = bff.V6.AllCalls();

        var reply = await bff.Storefront(tenant: null).SendAsync(Currency, null, ("X-Company-Id", tenant));

        reply.Codes.ShouldBe(["TENANT_INVALID"]);
        bff.V6.AllCalls().ShouldBe(before);
    }

    [Fact]
    public async Task Two_tenant_headers_are_refused()
    {
        var reply = await bff.Storefront("salon-hk").SendAsync(Currency, null, ("X-Company-Id", "yoga-berlin"));

        reply.Codes.ShouldBe(["TENANT_INVALID"]);
    }

    [Fact]
    public async Task A_header_beside_another_tenant_s_storefront_is_refused()
    {
        var reply = await bff.Storefront("salon-hk").SendAsync(Currency, null, ("Origin", "https://yoga.example"));

        reply.Codes.ShouldBe(["TENANT_MISMATCH"]);
    }

    [Fact]
    public async Task A_tenant_that_v6_does_not_know_is_a_typed_error()
    {
        var reply = await bff.Storefront("nobody").SendAsync(Currency);

        reply.Codes.ShouldBe(["TENANT_UNKNOWN"]);
    }

    [Fact]
    public async Task A_storefront_tells_its_tenant_zone_and_currency()
    {
        var data = await bff.Storefront("salon-hk").QueryAsync("{ known: storefront(domain: \"yoga.example\") { companyId timeZone currency } unknown: storefront(domain: \"nobody.example\") { companyId } }");

        data.GetProperty("known").GetRawText().ShouldBe("""{"companyId":"yoga-berlin","timeZone":"Europe/Berlin","currency":"EUR"}""");
        data.GetProperty("unknown").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task The_caller_s_own_storefront_is_told_by_where_the_caller_comes_from_however_often_others_asked()
    {
        const string document = "{ storefront { domain } }";
        var shop = bff.Storefront("yoga-berlin");

        var nowhere = await shop.SendAsync(document);
        var there = await shop.SendAsync(document, null, ("Origin", "https://yoga.example"));
        var again = await shop.SendAsync(document);

        nowhere.Text.ShouldBe("""{"data":{"storefront":null}}""");
        there.Text.ShouldBe("""{"data":{"storefront":{"domain":"yoga.example"}}}""");
        again.Text.ShouldBe(nowhere.Text);
    }

    [Fact]
    public async Task Who_makes_host_names_up_is_not_looked_up_for_any_more()
    {
        await using var own = await BffFixture.StartAsync(new BffSetup { Settings = new Dictionary<string, string?> { ["Gateway:RateLimits:UnknownHostsPerMinute"] = "5" } });
        var before = own.V6.Calls("resolveStorefrontDomain");
        (await own.Storefront(tenant: null).SendAsync(Currency, null, ("Origin", "https://yoga.example"))).Text.ShouldContain("EUR");

        var last = new StorefrontReply(default, "{}");
        for (var i = 0; i < 40; i++)
        {
            last = await own.Storefront(tenant: null).SendAsync(Currency, null, ("Host", $"made-up-{i}.example"));
        }

        last.Codes.ShouldBe(["RATE_LIMITED"]);
        ((int)last.Status).ShouldBe(429);

        // One of them is forgiven every 12 seconds.
        (own.V6.Calls("resolveStorefrontDomain") - before).ShouldBeInRange(6, 15);
        (await own.Storefront(tenant: null).SendAsync(Currency, null, ("Origin", "https://yoga.example"))).Text.ShouldContain("EUR");
        (await own.Storefront("salon-hk").SendAsync(Currency, null, ("Host", "made-up-again.example"))).Text.ShouldContain("HKD");
    }

    [Fact]
    public async Task A_failed_look_up_is_never_kept_as_no_such_storefront()
    {
        await using var own = await BffFixture.StartAsync();

        own.V6.GoDown();
        var during = await own.Storefront(tenant: null).SendAsync(Currency, null, ("Origin", "https://yoga.example"));
        own.V6.Recover();
        var after = await own.Storefront(tenant: null).SendAsync(Currency, null, ("Origin", "https://yoga.example"));

        during.Codes.ShouldBe(["UPSTREAM_UNAVAILABLE"]);
        after.Text.ShouldContain("EUR");
    }

    [Fact]
    public async Task Ten_thousand_interleaved_reads_of_two_tenants_with_the_same_ids_mix_no_byte()
    {
        string[] tenants = ["salon-hk", "yoga-berlin"];
        string[] documents = [.. Enumerable.Range(1, 30).Select(i => $$"""{ service(id: "svc-{{i:000}}") { id name description price { amount currency } staff { id name } resources { id name } } }""")];
        var truth = new Dictionary<(string, string), string>();
        foreach (var tenant in tenants)
        {
            foreach (var document in documents)
            {
                truth[(tenant, document)] = (await bff.Storefront(tenant).SendAsync(document)).Text;
            }
        }

        documents.Count(document => truth[(tenants[0], document)] != truth[(tenants[1], document)]).ShouldBe(documents.Length);
        const int Seed = 20261123;
        var random = new Random(Seed);
        var reads = Enumerable.Range(0, 10_000).Select(_ => (Tenant: tenants[random.Next(2)], Document: documents[random.Next(documents.Length)])).ToArray();
        var mixed = 0;
        await Parallel.ForEachAsync(reads, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (read, _) =>
        {
            var reply = await bff.Storefront(read.Tenant).SendAsync(read.Document);
            if (reply.Text != truth[read])
            {
                Interlocked.Increment(ref mixed);
            }
        });

        mixed.ShouldBe(0, $"seed {Seed}");
    }
}
