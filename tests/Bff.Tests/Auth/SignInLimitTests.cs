using System.Globalization;
using System.Text.Json;
using Bff.Tests.Fixture;
using Bff.Tests.RealTime;

namespace Bff.Tests.Auth;

public sealed class SignInLimitTests(SignInLimitTests.Narrow system) : IClassFixture<SignInLimitTests.Narrow>
{
    private readonly BffFixture _bff = system.Bff;

    [Fact]
    public async Task Aliases_and_gateways_are_no_way_round_the_limit_of_an_identity()
    {
        var device = new Device(_bff, _bff.NewTenant(), Device.NewPhone());
        var aliases = string.Join(' ', Enumerable.Range(0, 5).Select(i => $$"""a{{i}}: requestOtp(input: { phone: "{{device.Phone}}" }) { message errors { __typename ... on RateLimitedError { code retryAfterMs } } }"""));

        var first = await device.SendAsync($"mutation {{ {aliases} }}", gateway: 0);
        var second = await device.SendAsync($"mutation {{ {aliases} }}", gateway: 1);

        _bff.V6.Calls("requestOtp", device.Tenant).ShouldBe(3);
        var refused = Payloads(first).Concat(Payloads(second)).Where(payload => payload.GetProperty("errors").GetArrayLength() > 0).ToArray();
        refused.Length.ShouldBe(7);
        refused.ShouldAllBe(payload => payload.GetProperty("errors")[0].GetProperty("__typename").GetString() == "RateLimitedError"
            && payload.GetProperty("errors")[0].GetProperty("retryAfterMs").GetInt32() > 0);
    }

    [Fact]
    public async Task A_batch_and_a_WebSocket_are_no_way_round_the_limit_of_an_identity()
    {
        var device = new Device(_bff, _bff.NewTenant(), Device.NewPhone());
        var document = $$"""mutation { requestOtp(input: { phone: "{{device.Phone}}" }) { message errors { __typename } } }""";
        var batch = JsonSerializer.Serialize(Enumerable.Range(0, 2).Select(_ => new { query = document }));

        var batched = await _bff.Storefront(device.Tenant).SendBodyAsync(batch);
        using var socket = await SocketClient.StartAsync(_bff.AddressOf(1), new Dictionary<string, string> { ["X-Company-Id"] = device.Tenant });
        var refused = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            refused.Add((await socket.AskAsync(document, $"{i}")).GetProperty("data").GetProperty("requestOtp").GetProperty("errors").GetArrayLength());
        }

        batched.Text.ShouldNotContain("RateLimitedError");
        refused.ShouldBe([0, 1, 1, 1]);
        (await _bff.Storefront(device.Tenant).SendBodyAsync(batch)).Text.Split("RateLimitedError").Length.ShouldBe(3);
        _bff.V6.Calls("requestOtp", device.Tenant).ShouldBe(3);
    }

    [Fact]
    public async Task The_count_survives_the_activation_and_ends_with_its_time()
    {
        var device = new Device(_bff, _bff.NewTenant(), Device.NewPhone());
        await AskAsync(device, times: 3);
        await _bff.Cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        (await AskAsync(device, times: 1)).ShouldBe(1);

        system.PassTime(TimeSpan.FromMinutes(10));
        (await AskAsync(device, times: 4)).ShouldBe(1);
    }

    [Fact]
    public async Task A_tenant_has_a_limit_of_its_own()
    {
        var tenant = _bff.NewTenant();
        var refused = 0;
        for (var i = 0; i < 25; i++)
        {
            refused += await AskAsync(new Device(_bff, tenant, Device.NewPhone()), times: 1);
        }

        refused.ShouldBe(5);
        _bff.V6.Calls("requestOtp", tenant).ShouldBe(20);
        (await AskAsync(new Device(_bff, _bff.NewTenant(), Device.NewPhone()), times: 1)).ShouldBe(0);
    }

    [Fact]
    public async Task Guessing_a_code_is_stopped_and_even_the_right_one_is_not_tried_then()
    {
        var tenant = _bff.NewTenant();
        var device = new Device(_bff, tenant, Device.NewPhone());
        _bff.V6.AddMember(tenant, device.Phone);
        await AskAsync(device, times: 1);
        var right = _bff.V6.CodeFor(tenant, device.Phone);
        var wrong = Enumerable.Range(0, 6).Select(i => ((int.Parse(right, CultureInfo.InvariantCulture) + i + 1) % 1_000_000).ToString("d6", CultureInfo.InvariantCulture));

        var kinds = new List<string?>();
        foreach (var code in wrong.Append(right))
        {
            kinds.Add(KindOf(await device.VerifyAsync(code)));
        }

        kinds.ShouldBe([.. Enumerable.Repeat("OtpInvalidError", 4), .. Enumerable.Repeat("RateLimitedError", 3)]);
        _bff.V6.Calls("verifyOtp", tenant).ShouldBe(4);
        device.Cookie.ShouldBeNull();
    }

    [Fact]
    public async Task Known_and_unknown_identities_get_the_same_answers()
    {
        var tenant = _bff.NewTenant();
        var (known, unknown) = (new Device(_bff, tenant, Device.NewPhone()), new Device(_bff, tenant, Device.NewPhone()));
        _bff.V6.AddMember(tenant, known.Phone);

        var asked = await Task.WhenAll(RequestAsync(known), RequestAsync(unknown));
        var wrong = await known.VerifyAsync("000000");
        var nobody = await unknown.VerifyAsync(_bff.V6.CodeFor(tenant, unknown.Phone));

        asked[0].Text.ShouldBe(asked[1].Text);
        nobody.Text.ShouldBe(wrong.Text);
        KindOf(nobody).ShouldBe("OtpInvalidError");
    }

    [Fact]
    public async Task Known_and_unknown_identities_take_the_same_way_through_v6()
    {
        string[] operations = ["requestOtp", "verifyOtp", "validateToken", "registerMember", "refreshToken", "logout"];
        var counts = new List<long[]>();
        foreach (var isKnown in new[] { true, false })
        {
            var device = new Device(_bff, _bff.NewTenant(), Device.NewPhone());
            if (isKnown)
            {
                _bff.V6.AddMember(device.Tenant, device.Phone);
            }

            await RequestAsync(device);
            await device.VerifyAsync("000000");
            counts.Add([_bff.V6.AllCalls(device.Tenant), .. operations.Select(operation => _bff.V6.Calls(operation, device.Tenant))]);
        }

        counts[0].ShouldBe([2, 1, 1, 0, 0, 0, 0]);
        counts[1].ShouldBe(counts[0]);
    }

    [Theory]
    [InlineData("""phone: "+85290000001", email: "a@example.com" """)]
    [InlineData("")]
    public async Task Exactly_one_identity_is_taken(string identity)
    {
        var tenant = _bff.NewTenant();

        var reply = await new Device(_bff, tenant, Device.NewPhone()).SendAsync($"mutation {{ requestOtp(input: {{ {identity} }}) {{ message errors {{ __typename }} }} }}");

        reply.Data.GetProperty("requestOtp").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("ValidationError", reply.Text);
        _bff.V6.Calls("requestOtp", tenant).ShouldBe(0);
    }

    private static async Task<int> AskAsync(Device device, int times)
    {
        var refused = 0;
        for (var i = 0; i < times; i++)
        {
            refused += Payloads(await RequestAsync(device)).Single().GetProperty("errors").GetArrayLength();
        }

        return refused;
    }

    private static Task<StorefrontReply> RequestAsync(Device device) =>
        device.SendAsync($$"""mutation { requestOtp(input: { phone: "{{device.Phone}}" }) { message errors { __typename } } }""");

    private static IEnumerable<JsonElement> Payloads(StorefrontReply reply) => reply.Data.EnumerateObject().Select(field => field.Value);

    private static string? KindOf(StorefrontReply reply) =>
        reply.Data.GetProperty("verifyOtp").GetProperty("errors")[0].GetProperty("__typename").GetString();

    public sealed class Narrow : TimedBff
    {
        protected override Dictionary<string, string?> Settings => new()
        {
            ["Auth:Limits:CodesPerIdentity"] = "3",
            ["Auth:Limits:TriesPerIdentity"] = "4",
            ["Auth:Limits:CodesPerTenant"] = "20",
            ["Gateway:Edge:MaxBatch"] = "10",
            ["Auth:Limits:AnswerStep"] = "00:00:00",
        };
    }
}
