using System.Globalization;
using Bff.Benchmarks;

// The program is both ends: what drives the load, and (as a child) the raw endpoint that everything is compared with.
if (args is ["--urls", var url, "raw"])
{
    await RawServer.RunAsync(url);
    return;
}

var seconds = args is [var text, ..] && int.TryParse(text, CultureInfo.InvariantCulture, out var given) ? given : 10;
var only = args is [_, var part] ? part : null;
using var http = new HttpClient();
using var comparison = new Comparison(http, TimeSpan.FromSeconds(seconds));
Console.WriteLine(
    $"{Load.Busy} connections for requests per second of the server's processor time, one for latencies and allocations; {seconds} s each, after a warm-up");

using var product = await Product.StartAsync();
if (only is null or "public")
{
    await PublicBench.RunAsync(product, comparison);
}

if (only is null or "signed-in")
{
    await SignedInBench.RunAsync(product, comparison, http);
}

if (only is null or "expiry")
{
    await ExpiryBench.RunAsync(product, http, comparison.Duration);
}

if (only is null or "hostile")
{
    await HostileBench.RunAsync(product, http, comparison.Duration);
}

if (only is null or "sandbox")
{
    await SandboxBench.RunAsync(comparison);
}
