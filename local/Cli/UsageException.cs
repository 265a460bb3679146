namespace FitServerless.Local.Cli;

internal sealed class UsageException(string message) : Exception(message);
