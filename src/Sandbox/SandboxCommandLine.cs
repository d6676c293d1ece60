namespace Bff.Sandbox;

/// <summary>Options of the executable: appsettings, environment (<c>Sandbox__…</c>), then arguments (<c>--urls</c>, <c>--Sandbox:…</c>).</summary>
internal static class SandboxCommandLine
{
    public static SandboxOptions Read(string[] args)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
        var options = new SandboxOptions { LogRequests = true };
        configuration.GetSection(SandboxOptions.Section).Bind(options);
        options.ApiUrl = configuration["urls"] ?? configuration["ASPNETCORE_URLS"] ?? options.ApiUrl;
        return options;
    }
}
