; Inno Setup script for the folder that build_bundle.py makes on Windows. UNTESTED: no Windows was at hand.
;   iscc /DName=NAME /DVersion=VERSION packaging\windows\rare_gui.iss
; Name and version are pyproject.toml's: `python packaging\product.py` prints them.
#ifndef Name
  #error Give /DName=... and /DVersion=..., as packaging\product.py prints them
#endif

[Setup]
AppId=rare_gui
AppName={#Name}
AppVersion={#Version}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
OutputDir=..\..\dist
OutputBaseFilename={#Name}-{#Version}-windows
SourceDir=..\..\dist\{#Name}
SetupIconFile=..\..\build\pyinstaller\rare_gui\rare_gui.ico
UninstallDisplayIcon={app}\{#Name}-window.exe
LicenseFile=..\..\LICENSE
; For this user alone, without an administrator, unless asked otherwise.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
WizardStyle=modern

[Files]
Source: "*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Name}-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.rareview\OpenWithProgids"; ValueType: string; ValueName: "rare_gui.view"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\rare_gui.view"; ValueType: string; ValueName: ""; ValueData: "View of {#Name}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\rare_gui.view\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\{#Name}-window.exe,0"
Root: HKA; Subkey: "Software\Classes\rare_gui.view\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\{#Name}-window.exe"" ""%1"""

[Run]
Filename: "{app}\{#Name}-window.exe"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
