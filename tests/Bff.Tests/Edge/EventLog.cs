using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bff.Tests.Edge;

/// <summary>The log lines of the edge, by their event ids.</summary>
internal sealed class EventLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(int Id, string Text)> lines = new();

    public bool Has(int id) => Count(id) > 0;

    public int Count(int id) => lines.Count(line => line.Id == id);

    /// <summary>The last line of that event.</summary>
    public string Text(int id) => lines.Last(line => line.Id == id).Text;

    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Bff.Gateway", StringComparison.Ordinal) ? this : NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((eventId.Id, formatter(state, exception)));

    public void Dispose()
    {
    }
}
