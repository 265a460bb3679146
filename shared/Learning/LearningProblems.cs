using FitServerless.Sync;

namespace FitServerless.Learning;

internal static class LearningProblems
{
    public static readonly ChangeProblem Encrypted = new("encrypted", 409, "The server cannot read this document: only its owner's devices can.");
}
