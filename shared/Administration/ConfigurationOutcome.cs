namespace FitServerless.Administration;

/// <summary>What became of a look at the configuration, or of a change to it.</summary>
public abstract record ConfigurationOutcome
{
    private ConfigurationOutcome()
    {
    }

    public sealed record Found(SystemConfiguration Configuration) : ConfigurationOutcome;

    /// <summary>Another admin has changed it since it was read.</summary>
    public sealed record Changed(SystemConfiguration Current) : ConfigurationOutcome;

    /// <summary>Who asks is no admin, or no longer.</summary>
    public sealed record NotAllowed : ConfigurationOutcome;
}
