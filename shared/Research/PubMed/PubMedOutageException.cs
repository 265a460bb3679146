namespace FitServerless.Research.PubMed;

/// <summary>PubMed does not answer at the moment. It has no inner exception: those may repeat what was asked, and with it the key.</summary>
internal sealed class PubMedOutageException(string reason) : Exception($"PubMed did not tell of studies: {reason}.")
{
    public static PubMedOutageException Of(Exception fault) => new(PubMedFaults.Reason(fault));
}
