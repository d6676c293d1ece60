using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bff.Benchmarks;

/// <summary>Reads of a signed-in customer, and mutations: through gateway and silo to the sandbox, with all that production has.</summary>
internal static class SignedInBench
{
    private const string Phone = "+85269000000";

    public static async Task RunAsync(Product product, Comparison comparison, HttpClient http)
    {
        using var gateway = await product.StartGatewayAsync(Beside.All);
        await AskAsync(http, gateway, $$"""mutation { registerMember(input: { name: "Bench", phone: "{{Phone}}" }) { errors { __typename } } }""");
        var session = await SignInAsync(product, http, gateway);
        Comparison.PrintHeader("signed in, mutations");
        await comparison.PrintAsync("me { id name }", gateway, Ask.Query("{ me { id name } }", session));
        await comparison.PrintAsync("me { bookings { id } }", gateway, Ask.Query("{ me { bookings { id } } }", session));
        await comparison.PrintAsync("20 services, kept reply", gateway, Ask.Query("{ services(first: 20) { nodes { id name } } }", session));
        await comparison.PrintAsync(
            "submitContact", gateway, Ask.Query("""mutation { submitContact(input: { name: "Bench", message: "Hello" }) { enquiry { messageId } errors { __typename } } }"""), "\"errors\":[{");
        await PrintSignInsAsync(product, comparison, http, gateway);
    }

    private static async Task PrintSignInsAsync(Product product, Comparison comparison, HttpClient http, Server gateway)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var before = gateway.Cpu;
        var count = 0;
        while (clock.Elapsed < comparison.Duration)
        {
            await SignInAsync(product, http, gateway);
            count++;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"sign-ins (code sent, code tried), one after the other: {count / clock.Elapsed.TotalSeconds:0} a second, {(gateway.Cpu - before).TotalMilliseconds / count:0.00} ms of the gateway's processor each"));
    }

    private static async Task<string> SignInAsync(Product product, HttpClient http, Server gateway)
    {
        await AskAsync(http, gateway, $$"""mutation { requestOtp(input: { phone: "{{Phone}}" }) { message } }""");
        var sent = await http.GetFromJsonAsync<JsonElement>(new Uri(product.Admin, $"/admin/otp?tenant={Product.Tenant}&to={Uri.EscapeDataString(Phone)}"));
        var reply = await AskAsync(
            http, gateway, $$"""mutation { verifyOtp(input: { phone: "{{Phone}}", code: "{{sent.GetProperty("code").GetString()}}", sessionMode: BEARER }) { sessionToken errors { ... on Error { code } } } }""");
        return JsonDocument.Parse(reply).RootElement.GetProperty("data").GetProperty("verifyOtp").GetProperty("sessionToken").GetString()
            ?? throw new InvalidOperationException("No sign-in.");
    }

    private static Task<byte[]> AskAsync(HttpClient http, Server gateway, string query) => Load.SendAsync(http, gateway, Ask.Query(query));
}
