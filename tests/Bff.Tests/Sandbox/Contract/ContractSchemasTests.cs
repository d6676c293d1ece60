using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Contract;

/// <summary>The check of answers itself must be able to fail.</summary>
public sealed class ContractSchemasTests
{
    private const string Session =
        """{"success":true,"data":{"token":"t","accessToken":"t","memberUuid":"u","memberName":"n","email":"a@example.com"}}""";

    private const string Error = """{"success":false,"error":{"code":"C","message":"m","details":{"any":1}}}""";

    [Theory]
    [InlineData("CustomerSessionEnvelope", Session)]
    [InlineData("ErrorEnvelope", Error)]
    public void A_right_answer_passes(string schema, string json) => ContractSchemas.Errors(schema, JsonNode.Parse(json)).ShouldBeEmpty();

    [Theory]
    [InlineData("CustomerSessionEnvelope", Session, "\"success\":true,", "", "a required property is missing")]
    [InlineData("CustomerSessionEnvelope", Session, "true", "false", "const")]
    [InlineData("CustomerSessionEnvelope", Session, "\"memberUuid\":\"u\",", "", "a nested required property is missing")]
    [InlineData("CustomerSessionEnvelope", Session, "\"memberUuid\":\"u\"", "\"memberUuid\":null", "null where text is needed")]
    [InlineData("CustomerSessionEnvelope", Session, "\"memberUuid\":\"u\"", "\"memberUuid\":7", "number where text is needed")]
    [InlineData("CustomerSessionEnvelope", Session, "a@example.com", "nobody", "format")]
    [InlineData("CustomerSessionEnvelope", Session, "\"memberUuid\"", "\"made\":1,\"memberUuid\"", "a property that the contract does not have")]
    [InlineData("ErrorEnvelope", Error, "false", "true", "const")]
    [InlineData("ErrorEnvelope", Error, "\"code\":\"C\",", "", "a code is missing")]
    public void A_wrong_answer_fails(string schema, string json, string from, string to, string why) =>
        ContractSchemas.Errors(schema, JsonNode.Parse(json.Replace(from, to, StringComparison.Ordinal))).ShouldNotBeEmpty(why);

    [Fact]
    public void An_answer_with_a_status_that_the_contract_does_not_have_fails()
    {
        var operation = ContractAnswers.OperationOf("GET", "/services/svc-001")!;

        ContractAnswers.Errors(operation, 200, "{").ShouldNotBeEmpty();
        ContractAnswers.Errors(operation, 201, "{}").ShouldNotBeEmpty();
        ContractAnswers.OperationOf("POST", "/bookings/guest")!.Id.ShouldBe("createGuestBooking");
    }
}
