using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Bff.Benchmarks;

/// <summary>
/// Sign-ins and reads of signed-in customers through gateway, silo and sandbox in one process on one core, against the raw endpoint that
/// writes the same bytes. The sandbox's share is in it: a sign-in is two calls of v6.
/// </summary>
internal sealed class SessionBench(HttpClient http, Server bff, Uri admin)
{
    private readonly string[] phones = [.. Enumerable.Range(0, Load.Connections).Select(i => string.Create(CultureInfo.InvariantCulture, $"+8526900{i:0000}"))];

    public static async Task RunAsync(TimeSpan duration)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Load.Connections });
        var admin = Server.FreeAddress();
        using var bff = await Product.StartAsync(
            http,
            admin,
            "--Auth:Limits:CodesPerIdentity", "1000000", "--Auth:Limits:CodesPerAddress", "1000000", "--Auth:Limits:CodesPerTenant", "1000000",
            "--Auth:Limits:TriesPerIdentity", "1000000", "--Auth:Limits:TriesPerAddress", "1000000", "--Auth:Limits:TriesPerTenant", "1000000",
            "--Auth:Limits:AnswerStep", "00:00:00");
        await new SessionBench(http, bff, admin).RunAllAsync(duration);
    }

    private async Task RunAllAsync(TimeSpan duration)
    {
        Console.WriteLine();
        Console.WriteLine("| of a signed-in customer | bytes | whole product | raw | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var phone in phones)
        {
            await AskAsync($$"""mutation { registerMember(input: { name: "Bench", phone: "{{phone}}" }) { errors { __typename } } }""", null);
        }

        var session = Token(await SignInAsync(0));
        await ReadAsync("who it is", "{ me { id name } }", session, duration);
        await ReadAsync("the customer's bookings", "{ me { bookings { id } } }", session, duration);
        var reply = await SignInAsync(0);
        await PrintAsync("a sign-in (code sent, code tried)", reply, connection => SignInAsync(connection), duration);
    }

    private async Task ReadAsync(string name, string query, string session, TimeSpan duration) =>
        await PrintAsync(name, await AskAsync(query, session), _ => AskAsync(query, session), duration);

    private async Task PrintAsync(string name, byte[] reply, Func<int, Task> operation, TimeSpan duration)
    {
        if (Encoding.UTF8.GetString(reply).Contains("\"code\":", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{name} fails: {Encoding.UTF8.GetString(reply)}");
        }

        var limit = await Baseline.MeasureAsync(http, reply, raw => Product.Request(raw, "{ me { id } }"), duration);
        var rate = await Load.MeasureAsync(bff, operation, duration);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {reply.Length:N0} | {rate:N0} | {limit:N0} | {rate / limit:0.000} |"));
    }

    private async Task<byte[]> SignInAsync(int connection)
    {
        var phone = phones[connection];
        await AskAsync($$"""mutation { requestOtp(input: { phone: "{{phone}}" }) { message } }""", null);
        var sent = await http.GetFromJsonAsync<JsonElement>(new Uri(admin, $"/admin/otp?tenant={Product.Tenant}&to={Uri.EscapeDataString(phone)}"));
        return await AskAsync(
            $$"""mutation { verifyOtp(input: { phone: "{{phone}}", code: "{{sent.GetProperty("code").GetString()}}", sessionMode: BEARER }) { sessionToken errors { ... on Error { code } } } }""", null);
    }

    private Task<byte[]> AskAsync(string query, string? session) => Load.SendAsync(http, Product.Request(bff, query, session));

    private static string Token(byte[] reply) =>
        JsonDocument.Parse(reply).RootElement.GetProperty("data").GetProperty("verifyOtp").GetProperty("sessionToken").GetString()!;
}
