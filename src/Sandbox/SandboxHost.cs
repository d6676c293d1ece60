namespace Bff.Sandbox;

/// <summary>What the API's and the admin's server have in common.</summary>
internal static class SandboxHost
{
    public static WebApplicationBuilder CreateBuilder(SandboxOptions options, string url)
    {
        // No arguments and no content root of the surrounding process: a host around us keeps its own configuration.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Bff.Sandbox" });
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        if (options.LogRequests)
        {
            builder.Logging.AddJsonConsole().SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        return builder;
    }
}
