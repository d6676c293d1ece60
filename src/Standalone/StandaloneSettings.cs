using Bff.Sandbox;

namespace Bff.Standalone;

/// <summary>One configuration for the three hosts: <c>appsettings.json</c> beside the program, environment, command line.</summary>
internal sealed class StandaloneSettings
{
    private readonly string[] args;
    private readonly IConfigurationRoot configuration;

    public StandaloneSettings(string[] args)
    {
        this.args = args;
        configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json")
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
    }

    public string GatewayUrls => configuration["Urls"]!;

    public string SiloUrls => configuration["SiloUrls"]!;

    public SandboxOptions Sandbox => configuration.GetSection(SandboxOptions.Section).Get<SandboxOptions>() ?? new();

    /// <summary>A builder for one of the hosts. Always Development, whatever the build: this is the program to look around in.</summary>
    public WebApplicationBuilder CreateBuilder(string application, string urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = application,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Development,
        });
        builder.WebHost.UseUrls(urls);
        return builder;
    }
}
