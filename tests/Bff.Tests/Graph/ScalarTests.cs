using System.Text.Json;
using Bff.Gateway.Graph.Scalars;
using GraphQL;
using GraphQL.Types;

namespace Bff.Tests.Graph;

public sealed class ScalarTests : IAsyncLifetime
{
    private TestGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(roots =>
    {
        Echo<DateTimeScalar, DateTimeOffset?>(roots.Query, "dateTime");
        Echo<LocalDateScalar, DateOnly?>(roots.Query, "localDate");
        Echo<LocalTimeScalar, TimeOnly?>(roots.Query, "localTime");
        Echo<DecimalScalar, decimal?>(roots.Query, "decimal");
        Echo<CurrencyCodeScalar, string>(roots.Query, "currencyCode");
        Echo<TimeZoneScalar, string>(roots.Query, "timeZone");
        Echo<EmailAddressScalar, string>(roots.Query, "emailAddress");
        Echo<PhoneNumberScalar, string>(roots.Query, "phoneNumber");
        Echo<UrlScalar, string>(roots.Query, "url");
        Echo<JsonScalar, JsonElement?>(roots.Query, "json");
    });

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Theory]
    [InlineData("dateTime", "2026-11-23T09:30:00+08:00", "2026-11-23T09:30:00+08:00")]
    [InlineData("dateTime", "2026-11-23T09:30:00.25Z", "2026-11-23T09:30:00.25+00:00")]
    [InlineData("localDate", "2028-02-29", "2028-02-29")]
    [InlineData("localTime", "09:30", "09:30:00")]
    [InlineData("decimal", "12.50", "12.50")]
    [InlineData("decimal", "-0.10", "-0.10")]
    [InlineData("decimal", "1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("currencyCode", "HKD", "HKD")]
    [InlineData("timeZone", "Asia/Hong_Kong", "Asia/Hong_Kong")]
    [InlineData("emailAddress", "a.b+c@example.com", "a.b+c@example.com")]
    [InlineData("phoneNumber", "+85291234567", "+85291234567")]
    [InlineData("url", "https://salon.example/a?b=c", "https://salon.example/a?b=c")]
    public async Task A_good_value_comes_back_exactly_as_literal_and_as_variable(string field, string text, string expected)
    {
        var literal = await gateway.QueryAsync($"{{ {field}(value: \"{text}\") }}");
        var variable = await gateway.QueryAsync(VariableQuery(field), new { value = text });

        literal.Data(field).GetString().ShouldBe(expected);
        variable.Data(field).GetString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("dateTime", "2026-11-23T09:30:00")]
    [InlineData("dateTime", "2026-11-23")]
    [InlineData("dateTime", "2026-02-30T09:30:00Z")]
    [InlineData("localDate", "2026-02-30")]
    [InlineData("localDate", "2027-02-29")]
    [InlineData("localDate", "2026-1-1")]
    [InlineData("localTime", "24:00")]
    [InlineData("localTime", "9:30")]
    [InlineData("decimal", "1e3")]
    [InlineData("decimal", "1.")]
    [InlineData("decimal", "1,5")]
    [InlineData("decimal", "0.00000000000000000000000000001")]
    [InlineData("currencyCode", "hkd")]
    [InlineData("timeZone", "Mars/Olympus")]
    [InlineData("timeZone", "../etc/passwd")]
    [InlineData("emailAddress", "a@b")]
    [InlineData("emailAddress", "a b@example.com")]
    [InlineData("phoneNumber", "91234567")]
    [InlineData("phoneNumber", "+0123456789")]
    [InlineData("url", "javascript:alert(1)")]
    [InlineData("url", "/relative")]
    public async Task A_bad_value_is_refused_and_the_message_says_what_a_good_one_is(string field, string text)
    {
        var literal = await gateway.QueryAsync($"{{ {field}(value: \"{text}\") }}");
        var variable = await gateway.QueryAsync(VariableQuery(field), new { value = text });

        literal.Code().ShouldBe("BAD_USER_INPUT");
        variable.Code().ShouldBe("BAD_USER_INPUT");
        literal.Message().ShouldContain("Not a " + TypeName(field));
        variable.Message().ShouldContain("Not a " + TypeName(field));
    }

    [Theory]
    [InlineData("decimal")]
    [InlineData("localDate")]
    [InlineData("phoneNumber")]
    public async Task A_number_is_never_taken_for_text(string field)
    {
        var literal = await gateway.QueryAsync($"{{ {field}(value: 20261123) }}");
        var variable = await gateway.QueryAsync(VariableQuery(field), new { value = 20261123 });

        literal.Code().ShouldBe("BAD_USER_INPUT");
        variable.Code().ShouldBe("BAD_USER_INPUT");
    }

    [Fact]
    public async Task Json_comes_back_as_it_was_given()
    {
        var value = new { a = new object?[] { 1, "x", null, true, 1.5 }, b = new { c = "d" } };
        var literal = await gateway.QueryAsync("{ json(value: {a: [1, \"x\", null, true, 1.5], b: {c: \"d\"}}) }");
        var variable = await gateway.QueryAsync(VariableQuery("json"), new { value });

        literal.Data("json").GetRawText().ShouldBe(JsonSerializer.Serialize(value));
        variable.Data("json").GetRawText().ShouldBe(JsonSerializer.Serialize(value));
    }

    private static string TypeName(string field) => field == "url" ? "URL" : char.ToUpperInvariant(field[0]) + field[1..];

    private static string VariableQuery(string field) =>
        $"query($value: {(field == "json" ? "JSON" : TypeName(field))}) {{ {field}(value: $value) }}";

    private static void Echo<TScalar, T>(ObjectGraphType root, string name)
        where TScalar : ScalarGraphType =>
        root.Field<TScalar>(name)
            .Description("Gives back what it is given.")
            .Argument<TScalar>("value")
            .Resolve(context => context.GetArgument<T>("value"));
}
