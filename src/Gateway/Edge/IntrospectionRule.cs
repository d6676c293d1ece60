using Bff.Gateway.Graph.Errors;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>Whether clients may explore the schema: by introspection, and by errors that name similar fields.</summary>
internal sealed class IntrospectionRule(IOptions<EdgeOptions> options, IHostEnvironment environment)
{
    // The engine ends its messages with this where it has guesses.
    private const string Suggestion = " Did you mean ";

    public bool Allowed { get; } = options.Value.Introspection ?? environment.IsDevelopment();

    /// <summary>The error without guesses, where the schema may not be explored.</summary>
    public ErrorView Trim(ErrorView view)
    {
        var end = Allowed ? -1 : view.Message.IndexOf(Suggestion, StringComparison.Ordinal);
        return end < 0 ? view : view with { Message = view.Message[..end] };
    }
}
