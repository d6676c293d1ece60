using Bff.Gateway.Graph.Errors;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>Whether clients may explore the schema: by introspection, and by errors that name similar fields.</summary>
internal sealed class IntrospectionRule(IOptions<EdgeOptions> options, IHostEnvironment environment)
{
    // The engine ends its messages with this where it has guesses.
    private const string Suggestion = " Did you mean ";

    private readonly Exposure exposure = options.Value.Introspection.OrDefault(environment);

    /// <summary>This caller may ask for the schema.</summary>
    public bool Allows(HttpContext http) => exposure.Covers(http);

    /// <summary>The error without guesses, where not everybody may explore the schema.</summary>
    public ErrorView Trim(ErrorView view)
    {
        var end = exposure is Exposure.On ? -1 : view.Message.IndexOf(Suggestion, StringComparison.Ordinal);
        return end < 0 ? view : view with { Message = view.Message[..end] };
    }
}
