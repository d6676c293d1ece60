using Bff.Benchmarks;

// The program is both ends: the load generator, and (as a child) the raw endpoint that everything is compared with.
if (args is ["raw", var url, var file])
{
    await RawServer.RunAsync(url, file);
    return;
}

var seconds = args is [var text] && int.TryParse(text, out var given) ? given : 10;
await SandboxBench.RunAsync(TimeSpan.FromSeconds(seconds));
await GatewayBench.RunAsync(TimeSpan.FromSeconds(seconds));
await SessionBench.RunAsync(TimeSpan.FromSeconds(seconds));
