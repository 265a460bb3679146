using FitServerless.Mail;

namespace FitServerless.Tests.Briefings;

/// <summary>Takes letters, or fails as the test says.</summary>
internal sealed class RecordingMailer : IMailer
{
    public List<Letter> Letters { get; } = [];

    public bool CanSend { get; set; } = true;

    /// <summary>Before a letter is taken.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>After it was taken, and before the sender knows.</summary>
    public Func<Task> After { get; set; } = () => Task.CompletedTask;

    public async Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        await Before();
        Letters.Add(letter);
        await After();
        return MailOutcome.Accepted;
    }
}
