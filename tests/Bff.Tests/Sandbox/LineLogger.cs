using Microsoft.Extensions.Logging;

namespace Bff.Tests.Sandbox;

/// <summary>Writes the named values of each log entry as text, for a test to search.</summary>
internal sealed class LineLogger(TextWriter writer) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        writer.WriteLine(string.Join(' ', (state as IReadOnlyList<KeyValuePair<string, object?>> ?? []).Select(v => $"{v.Key}={v.Value}")));

    public void Dispose()
    {
    }
}
