using Bff.Sandbox;
using Bff.Sandbox.Http;
using Bff.Sandbox.Operations;
using Bff.Tests.Sandbox.Auth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bff.Tests.Sandbox;

public sealed class SandboxServerTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_run_that_called_an_unknown_route_fails()
    {
        var server = await SandboxServer.StartAsync();
        using (var salon = new SandboxClient(server.ApiAddress, "salon-hk") { ChecksContract = false })
        {
            var answer = await salon.GetAsync("/profile");

            ((int)answer.Status, answer.ErrorCode).ShouldBe((404, "NOT_FOUND"));
        }

        var failure = await Should.ThrowAsync<InvalidOperationException>(async () => await server.DisposeAsync());
        failure.Message.ShouldContain("GET /v6/customer-portal/profile");
    }

    [Theory]
    [InlineData("POST", "/services")]
    [InlineData("GET", "/bookings/guest/x")]
    [InlineData("GET", "/services/")]
    public async Task A_path_with_another_method_or_an_empty_id_is_unknown_too(string method, string path)
    {
        using var salon = sandbox.Unchecked("salon-hk");

        var answer = await salon.SendAsync(new HttpMethod(method), path, null);

        answer.ErrorCode.ShouldBe("NOT_FOUND");
        sandbox.World.Violations.UnknownRoutes.ShouldHaveSingleItem().Subject.ShouldBe($"{method} {OperationTable.Prefix}{path}");
        sandbox.World.Violations.Clear();
    }

    [Fact]
    public async Task The_page_shows_operations_tenants_and_masked_requests()
    {
        using var http = new HttpClient { BaseAddress = sandbox.Server.ApiAddress };
        using var member = await sandbox.SalonAsync();
        await member.GetAsync("/services?search=secret-word");

        var page = await http.GetStringAsync("/");

        page.ShouldContain("createGuestBooking");
        page.ShouldContain("yoga.example");
        page.ShouldContain("search=***");
        page.ShouldNotContain(member.Token!);
        page.ShouldNotContain("secret-word");
    }

    [Fact]
    public void The_log_says_what_was_asked_and_not_the_token()
    {
        var written = new StringWriter();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(new LineLogger(written)));
        var recorder = new RequestRecorder(new SandboxWorld(new SandboxOptions { LogRequests = true }, TimeProvider.System), factory.CreateLogger<RequestRecorder>());
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Headers.Authorization = "Bearer secret-token";

        recorder.Begin(context, OperationTable.All[0], new RequestTarget("/x?search=anna", "/x")).Dispose();

        var line = written.ToString();
        line.ShouldContain("Target=/x?search=***");
        line.ShouldContain("Auth=bearer ***");
        line.ShouldNotContain("secret-token");
    }

    [Fact]
    public async Task All_settings_that_cannot_work_are_named_at_once()
    {
        var options = new SandboxOptions
        {
            ApiUrl = "ftp://x",
            AdminUrl = "http://10.0.0.1:5101",
            AdminEnabled = true,
            OtpLifetimeSeconds = 0,
            TokenLifetimeSeconds = -1,
        };

        var failure = await Should.ThrowAsync<ArgumentException>(() => SandboxServer.StartAsync(options));

        failure.Message.Split('\n').Length.ShouldBe(4);
        failure.Message.ShouldContain("Sandbox:AdminUrl must be a loopback address");
    }

    [Fact]
    public void The_defaults_are_valid_and_the_ports_agreed_on()
    {
        var options = new SandboxOptions();

        options.Failures().ShouldBeEmpty();
        (options.ApiUrl, options.AdminUrl, options.AdminEnabled).ShouldBe(("http://127.0.0.1:5100", "http://127.0.0.1:5101", false));
    }

    [Fact]
    public async Task Without_the_admin_there_is_only_one_port()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { ApiUrl = "http://127.0.0.1:0" });

        server.AdminAddress.ShouldBeNull();
    }
}
