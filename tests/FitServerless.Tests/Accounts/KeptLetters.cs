using System.Collections.Concurrent;
using FitServerless.Mail;

namespace FitServerless.Tests.Accounts;

/// <summary>Keeps letters to look at.</summary>
internal sealed class KeptLetters : IMailer
{
    private readonly ConcurrentQueue<Letter> _letters = new();

    public bool CanSend { get; set; } = true;

    public bool IsDown { get; set; }

    public IReadOnlyList<Letter> To(string email) => [.. _letters.Where(letter => letter.To == email)];

    /// <summary>The token in the last link to an address.</summary>
    public string TokenTo(string email) => To(email)[^1].Text.Split("?token=")[1].Split('\n')[0].Trim();

    public Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (IsDown)
            throw new MailOutageException("it answered 421");
        _letters.Enqueue(letter);
        return Task.FromResult(MailOutcome.Accepted);
    }
}
