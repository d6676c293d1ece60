using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Contract;

/// <summary>Generated from the contract: what it refuses is refused, what it accepts is not called malformed. Ids never matter for that.</summary>
public sealed partial class RefusalTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    /// <summary>Bodies that the schema lets pass although their own text says that one of two fields is needed.</summary>
    private static readonly string[] NeedsOneOfTwo = ["requestOtp", "verifyOtp", "claimGift"];

    private static IEnumerable<ContractOperation> Operations => ContractFile.Operations;

    public static TheoryData<string> WithQuery => [.. Operations.Where(o => o.Parameters.Any(IsQuery)).Select(o => o.Id)];

    public static TheoryData<string> WithTenant => [.. Operations.Where(TakesTenant).Select(o => o.Id)];

    public static TheoryData<string> WithToken => [.. Operations.Where(o => o.Access is "customerRequired" or "customerOptional").Select(o => o.Id)];

    public static TheoryData<string> WithBody => [.. Operations.Where(o => o.BodySchema is not null).Select(o => o.Id)];

    [Theory]
    [MemberData(nameof(WithTenant))]
    public async Task Without_a_tenant_it_is_refused_before_anything_else(string id)
    {
        using var client = sandbox.For(null);

        var answer = await SendAsync(client, id, body: "{}");

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.BadRequest, "TENANT_REQUIRED"));
    }

    [Theory]
    [MemberData(nameof(WithToken))]
    public async Task A_bad_token_is_refused_before_the_body_and_that_of_another_company_is_forbidden(string id)
    {
        using var salon = sandbox.Salon();
        using var yoga = sandbox.Yoga();
        using var member = await sandbox.SalonAsync();
        (salon.Token, yoga.Token) = ("forged", member.Token);

        (await SendAsync(salon, id, body: "[]")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(yoga, id, body: "[]")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [MemberData(nameof(WithQuery))]
    public async Task A_bad_query_value_is_named(string id)
    {
        using var member = await sandbox.SalonAsync();
        var operation = Find(id);
        foreach (var parameter in operation.Parameters.Where(IsQuery))
        {
            var name = (string)parameter["name"]!;
            foreach (var value in BadValues(parameter))
            {
                var answer = await SendAsync(member, id, query: value is null ? "" : $"?{name}={value}", body: null);

                (answer.Status, answer.InvalidFields.Single()).ShouldBe((HttpStatusCode.BadRequest, name), $"{name}={value}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Every_wrong_body_is_refused_and_the_field_is_named(string id)
    {
        using var member = await sandbox.SalonAsync();

        foreach (var bad in ContractBodies.Wrong(Find(id).BodySchema!))
        {
            var answer = await SendAsync(member, id, body: bad.Body.ToJsonString());

            answer.Status.ShouldBe(HttpStatusCode.BadRequest, $"{bad.Field}: {bad.Why}");
            answer.InvalidFields.ShouldContain(bad.Field, bad.Why);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task What_is_no_JSON_object_is_refused(string id)
    {
        using var member = await sandbox.SalonAsync();

        foreach (var body in (string[])["{", "[]", "null", "\"text\"", """{"a":1,"a":2}"""])
        {
            (await SendAsync(member, id, body)).InvalidFields.ShouldBe(["body"], body);
        }

        var missing = await SendAsync(member, id, body: null);
        IsCalledMalformed(missing).ShouldBe(Find(id).BodyRequired, missing.Text);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_right_body_is_never_called_malformed(string id)
    {
        using var member = await sandbox.SalonAsync();
        var schema = Find(id).BodySchema!;

        var full = await SendAsync(member, id, ContractBodies.Valid(schema).ToJsonString());
        var small = await SendAsync(member, id, ContractBodies.Valid(schema, requiredOnly: true).ToJsonString());

        IsCalledMalformed(full).ShouldBeFalse(full.Text);
        IsCalledMalformed(small).ShouldBe(NeedsOneOfTwo.Contains(id), small.Text);
    }

    /// <summary>400 with fields; a rule of the house that refuses a value answers 422.</summary>
    private static bool IsCalledMalformed(SandboxClient.Answer answer) =>
        answer.Status == HttpStatusCode.BadRequest && answer.ErrorCode == "VALIDATION_ERROR";

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex PathParameter();

    private static bool TakesTenant(ContractOperation operation) =>
        operation.Parameters.Any(p => (string)p["name"]! == "X-Company-Id");

    private static bool IsQuery(JsonObject parameter) => (string)parameter["in"]! == "query";

    private static ContractOperation Find(string id) => ContractFile.Operations.Single(o => o.Id == id);

    private static IEnumerable<string?> BadValues(JsonObject parameter)
    {
        if ((bool?)parameter["required"] ?? false)
        {
            yield return null;
        }

        if ((string?)parameter["schema"]!["format"] == "date")
        {
            yield return "2026-13-01";
            yield return "tomorrow";
        }

        if ((string?)parameter["schema"]!["type"] == "integer")
        {
            yield return "x";
            yield return $"{(long)parameter["schema"]!["minimum"]! - 1}";
            if (parameter["schema"]!["maximum"] is JsonValue maximum)
            {
                yield return $"{(long)maximum + 1}";
            }
        }
    }

    private async Task<SandboxClient.Answer> SendAsync(SandboxClient client, string id, string? body, string query = "")
    {
        var operation = Find(id);

        // A link's token is a credential, so it has to be a real one where other ids do not matter.
        var value = operation.Access == "magicToken"
            ? (string)(await sandbox.StateAsync("invitations", "salon-hk")).First(i => !(bool)i!["spent"]!)!["token"]!
            : "none";
        var path = PathParameter().Replace(operation.Path["/v6/customer-portal".Length..], value);
        return await client.SendAsync(new HttpMethod(operation.Method), path + query, operation.BodySchema is null ? null : body);
    }
}
