namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>A replay did something else than the history has: the orchestrator was changed, or reads time, randomness or the world.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : Exception(message);
