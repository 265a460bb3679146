using Microsoft.Extensions.Logging;

namespace FitServerless.Tests.Privacy;

/// <summary>Gives every category the same log.</summary>
internal sealed class KeptLogProvider(KeptLog log) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => log;

    public void Dispose()
    {
    }
}
