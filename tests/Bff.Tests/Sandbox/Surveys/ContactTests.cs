using System.Net;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Surveys;

public sealed class ContactTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Messages_of_one_sender_share_a_conversation()
    {
        using var load = sandbox.For("load-00601");

        var first = await load.PostAsync("/contact", Message("a@example.com"));
        var second = await load.PostAsync("/contact", Message("A@example.com"));
        var other = await load.PostAsync("/contact", Message("b@example.com"));

        ((string)second.Data["conversationId"]!).ShouldBe((string)first.Data["conversationId"]!);
        ((string)second.Data["messageId"]!).ShouldNotBe((string)first.Data["messageId"]!);
        ((string)other.Data["conversationId"]!).ShouldNotBe((string)first.Data["conversationId"]!);
        sandbox.World.Counters["submitContact", "load-00601"].Commits.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"message":"Hello"}""", "name")]
    [InlineData("""{"name":"A"}""", "message")]
    [InlineData("""{"name":" ","message":"Hello"}""", "name")]
    [InlineData("""{"name":"A","message":"Hello","email":"no"}""", "email")]
    public async Task A_malformed_field_is_named(string body, string field)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostTextAsync("/contact", body);

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.BadRequest, "VALIDATION_ERROR"));
        answer.InvalidFields.ShouldBe([field]);
    }

    [Fact]
    public async Task A_name_and_a_message_are_enough_and_too_long_a_message_is_refused()
    {
        using var salon = sandbox.Salon();

        var enough = await salon.PostAsync("/contact", new JsonObject { ["name"] = "A", ["message"] = "Hello" });
        var tooLong = await salon.PostAsync("/contact", new JsonObject { ["name"] = "A", ["message"] = new string('x', 5001) });

        enough.Status.ShouldBe(HttpStatusCode.Created);
        (tooLong.Status, tooLong.ErrorCode).ShouldBe((HttpStatusCode.UnprocessableEntity, "MESSAGE_TOO_LONG"));
    }

    private static JsonObject Message(string email) => new() { ["name"] = "A", ["message"] = "Hello", ["email"] = email };
}
