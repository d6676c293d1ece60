namespace Bff.Benchmarks;

/// <summary>List reads of the sandbox: what stands in for v6 must not be what is measured.</summary>
internal static class SandboxBench
{
    public static async Task RunAsync(Comparison comparison)
    {
        using var sandbox = await Server.StartAsync(
            Server.Measured, "Sandbox", "/", ["--Sandbox:AdminEnabled", "false", "--Sandbox:LogRequests", "false"]);
        Comparison.PrintHeader("sandbox");
        await comparison.PrintAsync("services, 20 rows", sandbox, Ask.Get("/v6/customer-portal/services?limit=20", "salon-hk"));
        await comparison.PrintAsync("services of a load tenant", sandbox, Ask.Get("/v6/customer-portal/services?limit=20", Product.Tenant));
        await comparison.PrintAsync("products, 20 of 10,000", sandbox, Ask.Get("/v6/customer-portal/shop/products?limit=20", "shop-10k"));
        await comparison.PrintAsync("slots, uncached", sandbox, Ask.Get("/v6/customer-portal/services/svc-001/slots?date=2027-01-15", "salon-hk"));
        Console.WriteLine($"resident memory of the sandbox: {sandbox.Megabytes} MB");
    }
}
