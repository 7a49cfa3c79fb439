@echo off
rem Builds what is needed and runs the alphamix program.
setlocal
set ALPHAMIX_HOME=%~dp0
where dotnet >nul 2>nul || (echo alphamix needs the .NET 10 SDK, found no dotnet on the PATH. Get it from https://dot.net. 1>&2 & exit /b 3)
if "%1"=="test" (
    dotnet test "%~dp0AlphaMix.Lean.sln" --configuration Release --nologo
    exit /b %ERRORLEVEL%
)
dotnet build "%~dp0Training\AlphaMix.Cli" --configuration Release --nologo --verbosity quiet || exit /b 1
dotnet "%~dp0Training\AlphaMix.Cli\bin\Release\net10.0\AlphaMix.Cli.dll" %*
exit /b %ERRORLEVEL%
