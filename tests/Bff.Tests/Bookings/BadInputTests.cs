using System.Text.Json;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>Whatever cannot be answered is refused by a code, early, and costs v6 nothing.</summary>
public sealed class BadInputTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private readonly BffFixture bff = shared.Bff;

    [Theory]
    [InlineData("{ services(first: 500) { nodes { id } } }", "BAD_USER_INPUT")]
    [InlineData("{ services(first: 0) { nodes { id } } }", "BAD_USER_INPUT")]
    [InlineData("{ services(first: -1) { nodes { id } } }", "BAD_USER_INPUT")]
    [InlineData("{ services(after: \"Zm9yZ2Vk\") { nodes { id } } }", "BAD_USER_INPUT")]
    [InlineData("{ services(after: \"no base64 !\") { nodes { id } } }", "BAD_USER_INPUT")]
    [InlineData("{ service(id: \"../services\") { id } }", "BAD_USER_INPUT")]
    [InlineData("{ service(id: \"svc%2f001\") { id } }", "BAD_USER_INPUT")]
    [InlineData("{ service(id: \"a\\r\\nX-Company-Id: b\") { id } }", "BAD_USER_INPUT")]
    [InlineData("{ service(id: \"a@host\") { id } }", "BAD_USER_INPUT")]
    [InlineData("{ storefront(domain: \"salon.example/../x\") { companyId } }", "BAD_USER_INPUT")]
    [InlineData("{ services { nodes { nothing } } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ services { nodes { id }", "GRAPHQL_PARSE_FAILED")]
    [InlineData("", "GRAPHQL_PARSE_FAILED")]
    public async Task A_document_that_cannot_be_answered_is_refused_and_v6_is_not_asked(string document, string code)
    {
        var tenant = bff.NewTenant();

        var reply = await bff.Storefront(tenant).SendAsync(document);

        reply.Codes.ShouldHaveSingleItem().ShouldBe(code, reply.Text);
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Theory]
    [InlineData("\"2026-02-30\"")]
    [InlineData("\"2026-13-01\"")]
    [InlineData("\"tomorrow\"")]
    [InlineData("20261123")]
    public async Task A_date_that_does_not_exist_is_refused_and_no_slot_is_asked_for(string date)
    {
        var tenant = bff.NewTenant();

        var inline = await bff.Storefront(tenant).SendAsync($$"""{ service(id: "svc-001") { slots(date: {{date}}) { date } } }""");
        var variable = await bff.Storefront(tenant).SendAsync(
            "query($date: LocalDate!) { service(id: \"svc-001\") { slots(date: $date) { date } } }", new { date = JsonDocument.Parse(date).RootElement });

        inline.Errors.ShouldNotBeEmpty();
        variable.Errors.ShouldNotBeEmpty();
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Theory]
    [InlineData("{\"query\": ")]
    [InlineData("[]")]
    [InlineData("\"{ services { nodes { id } } }\"")]
    [InlineData("{}")]
    [InlineData("{\"query\": 7}")]
    [InlineData("{\"query\": \"{ __typename }\", \"variables\": 7}")]
    [InlineData("")]
    public async Task A_body_that_is_no_request_is_refused_as_JSON_with_a_code(string body)
    {
        var tenant = bff.NewTenant();

        var reply = await bff.Storefront(tenant).SendBodyAsync(body);

        ((int)reply.Status).ShouldBe(400, reply.Text);
        reply.Codes.ShouldHaveSingleItem().ShouldNotBeNull();
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused_and_the_answer_can_be_read()
    {
        var tenant = bff.NewTenant();

        var reply = await bff.Storefront(tenant).SendBodyAsync(JsonSerializer.Serialize(new { query = "{ services { nodes { id } } }" + new string(' ', 1_100_000) }));

        ((int)reply.Status).ShouldBe(413, reply.Text);
        reply.Codes.ShouldBe(["REQUEST_TOO_LARGE"]);
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(-1)]
    public async Task Availability_is_for_one_to_thirty_one_days(int days)
    {
        var tenant = bff.NewTenant();

        var reply = await bff.Storefront(tenant).SendAsync(
            "query($days: Int!) { service(id: \"svc-001\") { availability(from: \"2026-12-01\", days: $days) { date } } }", new { days });

        reply.Codes.ShouldContain("BAD_USER_INPUT");
        bff.V6.Calls("listServiceSlots", tenant).ShouldBe(0);
    }
}
