using System.Net.Http.Json;
using System.Text.Json;
using Bff.Gateway.Auth;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.RealTime;

/// <summary>Connections and the sessions that they began with, through the whole product.</summary>
public sealed class SessionEndTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Document = "subscription { sessionEnded { sessionId endedAt } }";

    private BffFixture Bff => shared.Bff;

    private Uri Gateway => Bff.AddressOf(0);

    [Fact]
    public async Task A_socket_is_told_that_its_session_ended_and_closed_within_a_second()
    {
        var device = await Device.SignedInAsync(Bff, bearer: true);
        var id = (await device.SendAsync("{ session { id } }")).Data.GetProperty("session").GetProperty("id").GetString();
        using var client = await SocketClient.StartAsync(Gateway, Payload(device.Tenant, device.Bearer));
        await client.SubscribeAsync("end", Document);
        (await client.AskAsync("{ me { id } }")).GetProperty("data").GetProperty("me").ValueKind.ShouldBe(JsonValueKind.Object);

        await device.SendAsync("mutation { logout { loggedOut } }");
        var begun = TimeProvider.System.GetTimestamp();
        var told = await client.ReadAsync("next", "end");
        await client.ReadAsync("complete", "end");
        var code = await client.ReadToCloseAsync();

        TestContext.Current.TestOutputHelper!.WriteLine($"closed {TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds:0} ms after the reply to logout");
        told.GetProperty("data").GetProperty("sessionEnded").GetProperty("sessionId").GetString().ShouldBe(id);
        code.ShouldBe(4403);
    }

    [Fact]
    public async Task A_cookie_opens_a_socket_for_its_session_and_a_mutation_over_it_may_end_that()
    {
        var device = await Device.SignedInAsync(Bff);
        using var client = await SocketClient.StartAsync(
            Gateway, Payload(device.Tenant, null), ("Cookie", $"{SessionCookie.Name}={device.Cookie}"), ("Origin", $"http://{Gateway.Authority}"));

        var reply = await client.AskAsync("mutation { logout { loggedOut } }");

        reply.GetProperty("data").GetProperty("logout").GetProperty("loggedOut").GetBoolean().ShouldBeTrue();
        (await client.ReadToCloseAsync()).ShouldBe(4403);
        (await device.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_credential_that_is_dead_or_of_another_tenant_opens_no_socket()
    {
        var dead = await Device.SignedInAsync(Bff, bearer: true);
        var alive = await Device.SignedInAsync(Bff, bearer: true);
        await dead.SendAsync("mutation { logout { loggedOut } }");

        (await CloseCodeOfAsync(Payload(dead.Tenant, dead.Bearer))).ShouldBe(4403);
        (await CloseCodeOfAsync(Payload(dead.Tenant, alive.Bearer))).ShouldBe(4403);
        (await alive.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_session_there_is_no_end_to_wait_for()
    {
        using var client = await SocketClient.StartAsync(Gateway, Payload(Bff.NewTenant(), null));

        var errors = await client.AskAsync(Document);

        errors[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("UNAUTHENTICATED");
    }

    [Fact]
    public async Task Signing_in_over_a_socket_gives_a_bearer_and_no_cookie()
    {
        var device = await Device.SignedInAsync(Bff, bearer: true);
        await device.SendAsync($$"""mutation { requestOtp(input: { phone: "{{device.Phone}}" }) { message } }""");
        using var client = await SocketClient.StartAsync(Gateway, Payload(device.Tenant, null));

        var code = Bff.V6.CodeFor(device.Tenant, device.Phone);
        var asCookie = await client.AskAsync(SignIn(device.Phone, code, ""));
        var asBearer = await client.AskAsync(SignIn(device.Phone, code, ", sessionMode: BEARER"));

        asCookie.GetProperty("data").GetProperty("verifyOtp").GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("sessionMode");
        asBearer.GetProperty("data").GetProperty("verifyOtp").GetProperty("sessionToken").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_event_stream_is_told_that_its_session_ended_and_ends()
    {
        var device = await Device.SignedInAsync(Bff, bearer: true);
        using var http = new HttpClient { BaseAddress = Gateway };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Document }) };
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("X-Company-Id", device.Tenant);
        request.Headers.Add("Authorization", $"Bearer {device.Bearer}");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        await device.SendAsync("mutation { logout { loggedOut } }");
        var events = await response.Content.ReadAsStringAsync();

        events.ShouldContain("event: next\ndata: {\"data\":{\"sessionEnded\":{\"sessionId\":");
        events.ShouldEndWith("event: complete\ndata: \n\n");
    }

    private static string SignIn(string phone, string code, string mode) =>
        $$"""mutation { verifyOtp(input: { phone: "{{phone}}", code: "{{code}}"{{mode}} }) { sessionToken errors { ... on ValidationError { field } } } }""";

    private static Dictionary<string, string> Payload(string tenant, string? bearer) => bearer is null
        ? new() { ["X-Company-Id"] = tenant }
        : new() { ["X-Company-Id"] = tenant, ["authorization"] = $"Bearer {bearer}" };

    private async Task<int?> CloseCodeOfAsync(object payload)
    {
        using var client = await SocketClient.OpenAsync(Gateway);
        await client.SendAsync(new { type = "connection_init", payload });
        return await client.ReadToCloseAsync();
    }
}
