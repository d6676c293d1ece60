using System.Text.Json;
using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>Signing up says nothing about who is a member, and cannot be tried without end.</summary>
public sealed class SignUpTests(SignUpTests.Narrow system) : IClassFixture<SignUpTests.Narrow>
{
    private readonly BffFixture _bff = system.Bff;

    [Fact]
    public async Task A_member_who_signs_up_again_is_answered_like_a_new_one_each_time()
    {
        var device = new Device(_bff, _bff.NewTenant(), Device.NewPhone());

        var ids = new List<string>();
        for (var time = 0; time < 3; time++)
        {
            var payload = (await device.SendAsync(Register(device.Phone))).Data.GetProperty("registerMember");
            payload.GetProperty("errors").GetArrayLength().ShouldBe(0);
            payload.GetProperty("customer").GetProperty("name").GetString().ShouldBe("Ada");
            ids.Add(payload.GetProperty("customer").GetProperty("id").GetString()!);
        }

        ids.Distinct().Count().ShouldBe(3);
        ids.TrueForAll(id => Guid.TryParse(id, out _)).ShouldBeTrue();
        _bff.V6.Commits("registerMember", device.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task Where_new_members_are_signed_in_at_once_a_known_one_goes_on_with_a_code()
    {
        var email = $"ada{Device.NewPhone()[4..]}@example.com";
        var document = $$"""mutation { registerMember(input: { name: "Ada", email: "{{email}}" }) { customer { name } errors { __typename } } }""";
        var (first, second) = (new Device(_bff, "yoga-berlin", Device.NewPhone()), new Device(_bff, "yoga-berlin", Device.NewPhone()));

        await first.SendAsync(document);
        var again = await second.SendAsync(document);

        first.Cookie.ShouldNotBeNull();
        second.Cookie.ShouldBeNull();
        again.Data.GetProperty("registerMember").GetProperty("errors").GetArrayLength().ShouldBe(0, again.Text);
        again.Data.GetProperty("registerMember").GetProperty("customer").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Aliases_are_no_way_round_the_limit_of_an_identity_whichever_of_its_two_names_it_goes_by()
    {
        var (tenant, phone, email) = (_bff.NewTenant(), Device.NewPhone(), $"ada{Device.NewPhone()[4..]}@example.com");
        var device = new Device(_bff, tenant, phone);

        var byPhone = await device.SendAsync($"mutation {{ {string.Join(' ', Enumerable.Range(0, 6).Select(i => Sign(i, $"phone: \"{phone}\"")))} }}");
        var byEmail = await device.SendAsync($"mutation {{ {string.Join(' ', Enumerable.Range(0, 6).Select(i => Sign(i, $"email: \"{email}\"")))} }}", gateway: 1);
        var byBoth = await device.SendAsync($"mutation {{ {Sign(0, $"phone: \"{Device.NewPhone()}\", email: \"{email}\"")} }}");

        Limited(byPhone).ShouldBe(2);
        Limited(byEmail).ShouldBe(2);
        Limited(byBoth).ShouldBe(1);
        _bff.V6.Calls("registerMember", tenant).ShouldBe(8);
        (await device.SendAsync($$"""mutation { requestOtp(input: { phone: "{{phone}}" }) { errors { __typename } } }""")).Text.ShouldNotContain("RateLimitedError");
    }

    private static string Register(string phone) =>
        $$"""mutation { registerMember(input: { name: "Ada", phone: "{{phone}}" }) { customer { id name } errors { __typename } } }""";

    private static string Sign(int alias, string identity) => $$"""a{{alias}}: registerMember(input: { name: "Ada", {{identity}} }) { errors { __typename } }""";

    private static int Limited(StorefrontReply reply) => reply.Data.EnumerateObject()
        .Count(field => field.Value.GetProperty("errors").EnumerateArray().Any(error => error.GetProperty("__typename").GetString() == "RateLimitedError"));

    public sealed class Narrow : TimedBff
    {
        protected override Dictionary<string, string?> Settings => new()
        {
            ["Auth:Limits:TriesPerIdentity"] = "4",
            ["Auth:Limits:Within"] = "1.00:00:00",
            ["Auth:Limits:AnswerStep"] = "00:00:00",
        };
    }
}
