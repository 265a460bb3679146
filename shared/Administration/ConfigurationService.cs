using FitServerless.Accounts;
using FitServerless.Administration.Switches;

namespace FitServerless.Administration;

/// <summary>How the app is set up, for admins to see, and the few switches of it for them to change.</summary>
public sealed class ConfigurationService
{
    private readonly AdminAccess _admins;
    private readonly EffectiveSettings _settings;
    private readonly SwitchStore _store;
    private readonly SwitchBoard _board;

    internal ConfigurationService(AdminAccess admins, EffectiveSettings settings, SwitchStore store, SwitchBoard board) =>
        (_admins, _settings, _store, _board) = (admins, settings, store, board);

    /// <summary>Two transactions to see who asks, one to read, one to note it.</summary>
    public async Task<ConfigurationOutcome> ReadAsync(Caller admin, CancellationToken cancellationToken)
    {
        if (!await _admins.IsAdminAsync(admin, cancellationToken))
            return new ConfigurationOutcome.NotAllowed();
        var stored = await _store.ReadAsync(cancellationToken);
        await _admins.NoteAsync(admin, "configuration looked at", cancellationToken);
        return new ConfigurationOutcome.Found(Of(stored.Values, stored.Version));
    }

    /// <summary>
    /// Sets all switches; in force here at once, and in other processes within 30 s. Noted before it is written: afterwards a repeat of a request
    /// that was killed would no longer know the old values. Two transactions to see who asks, and three.
    /// </summary>
    /// <param name="version">The one that the admin has read; <c>null</c> for whichever there is.</param>
    public async Task<ConfigurationOutcome> ChangeAsync(Caller admin, SwitchValues next, int? version, CancellationToken cancellationToken)
    {
        if (!await _admins.IsAdminAsync(admin, cancellationToken))
            return new ConfigurationOutcome.NotAllowed();
        while (true)
        {
            var stored = await _store.ReadAsync(cancellationToken);
            if (version is not null && version != stored.Version)
                return new ConfigurationOutcome.Changed(Of(stored.Values, stored.Version));
            if (stored.Values == next)
                return new ConfigurationOutcome.Found(Of(stored.Values, stored.Version));
            await _admins.NoteAsync(admin, $"configuration: {next.Since(stored.Values)}", cancellationToken);
            if (!await _store.TryWriteAsync(stored, next, cancellationToken))
                continue;
            _board.Forget();
            return new ConfigurationOutcome.Found(Of(next, stored.Version + 1));
        }
    }

    private SystemConfiguration Of(SwitchValues switches, int version) => new(_settings.Values, _settings.Secrets, switches, version);
}
