using Bff.Sandbox;
using Bff.Sandbox.Tenants;

var options = SandboxCommandLine.Read(args);
await using var sandbox = await SandboxServer.StartAsync(options);

Console.WriteLine($"v6 sandbox   {sandbox.ApiAddress}   (page at /, API under /v6/customer-portal)");
Console.WriteLine($"admin        {sandbox.AdminAddress?.ToString() ?? "off"}");
Console.WriteLine($"tenants      {string.Join(", ", TenantDirectory.Samples.Select(t => t.Id))}, load-00001 … load-10000");

await sandbox.WaitForShutdownAsync();
