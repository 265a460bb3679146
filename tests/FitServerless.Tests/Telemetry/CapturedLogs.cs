using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FitServerless.Tests.Telemetry;

/// <summary>Keeps every line that anything logs, with its scopes' and exceptions' texts.</summary>
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public string Everything => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        private static bool IsServers(object? scope) => scope?.GetType().FullName?.StartsWith("Microsoft.AspNetCore.Hosting.", StringComparison.Ordinal) == true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named) : "";
            logs._lines.Enqueue($"{logLevel} {category} {eventId.Id} {formatter(state, exception)} {values} {exception}");
            // But for the server's own scope, which has the path: the worker sends no scopes to the platform, and OTLP gets no logs.
            logs._scopes.ForEachScope(
                (scope, lines) => lines.Enqueue(IsServers(scope) ? "" : $"scope: {scope} {(scope is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named) : "")}"), logs._lines);
        }
    }
}
