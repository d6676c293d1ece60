using Bff.Standalone;

await using var standalone = await StandaloneHost.StartAsync(args);
Welcome.Print(standalone, Console.Out);
await standalone.WaitForShutdownAsync();
