namespace FitServerless.Local.Host.Durable.Orchestrations;

internal enum TurnOutcome
{
    Waiting,
    Completed,
    Failed,
    ContinuedAsNew,
}
