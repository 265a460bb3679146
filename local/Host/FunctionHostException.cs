namespace FitServerless.Local.Host;

/// <summary>Why the host refuses to start, in one sentence meant for whoever started it.</summary>
public sealed class FunctionHostException(string message, Exception? innerException = null) : Exception(message, innerException);
