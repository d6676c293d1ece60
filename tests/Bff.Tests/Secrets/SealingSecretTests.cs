using Bff.Gateway.Changes;
using Bff.Gateway.Graph.Connections;
using Bff.Gateway.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bff.Tests.Secrets;

/// <summary>Outside Development a gateway seals nothing with a text that others know or can guess.</summary>
public sealed class SealingSecretTests
{
    private const string Good = "a secret of this installation alone";

    [Theory]
    [InlineData("Production", null, false)]
    [InlineData("Production", "", false)]
    [InlineData("Production", "replace-me", false)]
    [InlineData("Production", "only-23-characters-long", false)]
    [InlineData("Production", Good, true)]
    [InlineData("Staging", null, false)]
    [InlineData("Development", null, true)]
    public void A_published_or_short_secret_is_refused_by_its_name(string environment, string? secret, bool isTaken)
    {
        var problems = ProblemsOf(environment, secret);

        problems.ShouldBe(isTaken ? [] : ["Gateway:Cursors:Secret", "Gateway:Fences:Secret"]);
    }

    [Fact]
    public void A_refusal_does_not_repeat_the_secret() =>
        Should.Throw<OptionsValidationException>(() => Options<FenceOptions>("Production", "short-secret")).Message.ShouldNotContain("short-secret");

    private static string[] ProblemsOf(string environment, string? secret) =>
    [
        .. new[] { Problem(() => Options<CursorOptions>(environment, secret)), Problem(() => Options<FenceOptions>(environment, secret)) }
            .OfType<string>()
            .Select(message => message[..message.IndexOf(' ')]),
    ];

    private static string? Problem(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (OptionsValidationException problem)
        {
            return problem.Message;
        }
    }

    private static T Options<T>(string environment, string? secret)
        where T : class
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.Configuration["Gateway:Cursors:Secret"] = secret;
        builder.Configuration["Gateway:Fences:Secret"] = secret;
        builder.Services.AddSealingSecret<CursorOptions>(CursorOptions.Section);
        builder.Services.AddSealingSecret<FenceOptions>(FenceOptions.Section);
        using var provider = builder.Services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<T>>().Value;
    }
}
