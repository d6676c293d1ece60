using Bff.Tests.Fixture;

namespace Bff.Tests.Surveys;

public sealed class ContactTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Contact = """
        mutation($input: SubmitContactInput!) { submitContact(input: $input) {
          enquiry { conversationId messageId } errors { __typename ... on Error { code } ... on ValidationError { field } } } }
        """;

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_message_is_sent_once_and_comes_back_with_its_receipt()
    {
        var tenant = bff.NewTenant();

        var data = await bff.Storefront(tenant).QueryAsync(
            Contact, new { input = new { name = "Ada", email = "ada@example.com", phone = "+85291234567", message = "第一行\nSecond line" } });

        data.GetProperty("submitContact").GetProperty("errors").GetArrayLength().ShouldBe(0);
        data.GetProperty("submitContact").GetProperty("enquiry").GetProperty("messageId").GetString().ShouldNotBeNullOrEmpty();
        bff.V6.Commits("submitContact", tenant).ShouldBe(1);
    }

    public static TheoryData<string, object> BadInputs => new()
    {
        { "name", new { name = "", message = "x" } },
        { "name", new { name = "a\u0000b", message = "x" } },
        { "name", new { name = new string('n', 201), message = "x" } },
        { "message", new { name = "Ada", message = "   " } },
        { "message", new { name = "Ada", message = "bell\u0007" } },
        { "message", new { name = "Ada", message = new string('m', 5_001) } },
        { "idempotencyKey", new { name = "Ada", message = "x", idempotencyKey = "ключ" } },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task A_field_that_cannot_be_used_is_named_and_v6_is_not_asked(string field, object input)
    {
        var tenant = bff.NewTenant();

        var data = await bff.Storefront(tenant).QueryAsync(Contact, new { input });

        data.GetProperty("submitContact").GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Theory]
    [InlineData("email", "nobody")]
    [InlineData("phone", "call me")]
    [InlineData("message", null)]
    [InlineData("subject", "x")]
    public async Task A_field_of_the_wrong_type_never_reaches_v6(string field, string? value)
    {
        var tenant = bff.NewTenant();
        var input = new Dictionary<string, object?> { ["name"] = "Ada", ["message"] = "x", [field] = value };

        var reply = await bff.Storefront(tenant).SendAsync(Contact, new { input });

        reply.Codes.ShouldHaveSingleItem().ShouldBe("BAD_USER_INPUT");
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }
}
