namespace FitServerless.Tests.Sync.Simulation;

/// <summary>The server's process ends here; nothing of it may run on.</summary>
internal sealed class ProcessDeathException() : Exception("The process was killed.");
